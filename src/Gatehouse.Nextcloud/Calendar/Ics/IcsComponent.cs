using System.Text;

namespace Gatehouse.Nextcloud.Calendar.Ics;

/// <summary>
/// RFC 5545 §3.6: a component, e.g. VCALENDAR, VEVENT, VALARM, or one nobody knows. What is not touched is written as it was read.
/// </summary>
internal sealed class IcsComponent(string name) : IcsItem
{
    private readonly List<IcsItem> items = [];

    public override string Name { get; } = name;

    public IReadOnlyList<IcsItem> Items => items;

    public IEnumerable<IcsComponent> Components(string componentName) =>
        items.OfType<IcsComponent>().Where(c => c.Name == componentName);

    public IEnumerable<IcsLine> Lines(string property) => items.OfType<IcsLine>().Where(l => l.Name == property);

    public IcsLine? Line(string property)
    {
        foreach (var item in items)
        {
            if (item is IcsLine line && line.Name == property)
                return line;
        }

        return null;
    }

    /// <summary>The first value of a property, escapes included; null when there is none.</summary>
    public string? Value(string property) => Line(property)?.Value;

    /// <summary>The first value of a property as text; null when there is none or it is empty.</summary>
    public string? Text(string property) => Value(property) is { Length: > 0 } value ? IcsText.Unescape(value) : null;

    public void Add(IcsItem item) => items.Add(item);

    /// <summary>Adds a property where properties stand: before the first inner component.</summary>
    public void AddLine(IcsLine line)
    {
        var place = items.FindIndex(i => i is IcsComponent);
        items.Insert(place < 0 ? items.Count : place, line);
    }

    /// <summary>Puts a component behind the last of its name, or at the end.</summary>
    public void AddAfter(IcsComponent component)
    {
        var place = items.FindLastIndex(i => i is IcsComponent && i.Name == component.Name);
        items.Insert(place < 0 ? items.Count : place + 1, component);
    }

    /// <summary>Puts a component before the first component.</summary>
    public void AddFirst(IcsComponent component)
    {
        var place = items.FindIndex(i => i is IcsComponent);
        items.Insert(place < 0 ? items.Count : place, component);
    }

    /// <summary>The only property of its name from now on, in the place of the first.</summary>
    public void Set(IcsLine line)
    {
        var place = items.FindIndex(i => i is IcsLine && i.Name == line.Name);
        if (place < 0)
        {
            AddLine(line);
            return;
        }

        items[place] = line;
        items.RemoveAll(i => i is IcsLine && i.Name == line.Name && !ReferenceEquals(i, line));
    }

    public void Replace(IcsItem old, IcsItem replacement) => items[items.IndexOf(old)] = replacement;

    public void Remove(IcsItem item) => items.Remove(item);

    public void RemoveLines(params ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
            items.RemoveAll(i => i is IcsLine && i.Name == property);
    }

    public void RemoveComponents(string componentName) =>
        items.RemoveAll(i => i is IcsComponent && i.Name == componentName);

    /// <summary>A copy that can be changed apart.</summary>
    public IcsComponent Copy()
    {
        var copy = new IcsComponent(Name);
        foreach (var item in items)
            copy.Add(item is IcsComponent inner ? inner.Copy() : item);
        return copy;
    }

    /// <summary>The component as it goes out, with CRLF ends.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private void Write(StringBuilder text)
    {
        text.Append("BEGIN:").Append(Name).Append("\r\n");
        foreach (var item in items)
        {
            if (item is IcsComponent inner)
                inner.Write(text);
            else
                text.Append(item).Append("\r\n");
        }

        text.Append("END:").Append(Name).Append("\r\n");
    }
}
