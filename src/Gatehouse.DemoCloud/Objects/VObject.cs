using System.Globalization;
using System.Text;

namespace Gatehouse.DemoCloud.Objects;

/// <summary>A component of an iCalendar object, or a vCard. Made from text, changed, and written as sabre/vobject writes.</summary>
internal sealed class VObject(string name)
{
    private const int MaxOctets = 75;

    public string Name => name;

    public List<VProperty> Properties { get; init; } = [];

    public List<VObject> Children { get; init; } = [];

    public VProperty? Property(string property) => Properties.Find(one => one.Name == property);

    public string? Value(string property) => Property(property)?.Value;

    /// <summary>What a calendar object is about: everything but its time zones.</summary>
    public IEnumerable<VObject> Components => Children.Where(child => child.Name != "VTIMEZONE");

    /// <summary>Replaces the first such property, or adds it.</summary>
    public void Set(VProperty property)
    {
        var index = Properties.FindIndex(one => one.Name == property.Name);
        if (index < 0)
        {
            Properties.Add(property);
        }
        else
        {
            Properties[index] = property;
        }
    }

    public void Remove(string property) => Properties.RemoveAll(one => one.Name == property);

    public VObject Copy() =>
        new(Name) { Properties = [.. Properties], Children = [.. Children.Select(child => child.Copy())] };

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private void Write(StringBuilder text)
    {
        _ = text.Append(CultureInfo.InvariantCulture, $"BEGIN:{Name}\r\n");
        foreach (var property in Properties.OrderBy(one => one.Name == "VERSION" ? 0 : 1))
        {
            Fold(text, property.ToString());
        }

        foreach (var child in Children.OrderBy(child => child.Name == "VTIMEZONE" ? 0 : 1))
        {
            child.Write(text);
        }

        _ = text.Append(CultureInfo.InvariantCulture, $"END:{Name}\r\n");
    }

    /// <summary>RFC 5545 §3.1: 75 octets a line, the blank of a continuation among them; no character is torn.</summary>
    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                _ = text.Append("\r\n ");
                octets = 1;
            }

            _ = text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        _ = text.Append("\r\n");
    }
}
