using System.Text;

namespace Gatehouse.DemoCloud.Objects;

/// <summary>Reads iCalendar and vCard text. What cannot be read is told in sabre's words.</summary>
internal static class VObjectReader
{
    private const string NotOurs = "This parser only supports VCARD and VCALENDAR files";

    public static (VObject? Root, string? Error) Read(string text)
    {
        var open = new Stack<VObject>();
        foreach (var line in Unfold(text))
        {
            if (VProperty.Parse(line) is not { } property)
            {
                return (null, open.Count == 0 ? NotOurs : $"Invalid Mimedir file. Line starting at {line}");
            }

            if (property.Name == "BEGIN")
            {
                var begun = new VObject(property.Value.Trim().ToUpperInvariant());
                if (open.Count == 0 && begun.Name is not ("VCALENDAR" or "VCARD"))
                {
                    return (null, NotOurs);
                }

                open.Push(begun);
            }
            else if (open.Count == 0)
            {
                return (null, NotOurs);
            }
            else if (property.Name == "END")
            {
                var ended = open.Pop();
                if (!ended.Name.Equals(property.Value.Trim(), StringComparison.OrdinalIgnoreCase))
                {
                    return (null, $"Invalid MimeDir file. expected: \"END:{ended.Name}\" got: \"{line}\"");
                }

                if (open.Count == 0)
                {
                    return (ended, null);
                }

                open.Peek().Children.Add(ended);
            }
            else
            {
                open.Peek().Properties.Add(property);
            }
        }

        return (null, open.Count == 0 ? NotOurs : "End of document reached prematurely");
    }

    /// <summary>What was stored was read before, so that it can be read.</summary>
    public static VObject Stored(string text) =>
        Read(text) is { Root: { } root, Error: null }
            ? root
            : throw new InvalidDataException("The demo cloud stored an object it cannot read.");

    private static IEnumerable<string> Unfold(string text)
    {
        var line = new StringBuilder();
        foreach (var raw in text.Split('\n').Select(one => one.TrimEnd('\r')))
        {
            if (raw is [' ' or '\t', ..])
            {
                _ = line.Append(raw, 1, raw.Length - 1);
                continue;
            }

            if (line.Length > 0)
            {
                yield return line.ToString();
            }

            _ = line.Clear().Append(raw);
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }
}
