namespace Gatehouse.Nextcloud.Calendar.Ics;

/// <summary>Reads iCalendar text (RFC 5545) into a tree that loses nothing; bounded, because anybody can send an invitation.</summary>
internal static class IcsReader
{
    private const int MaxDepth = 8;
    private const int MaxItems = 200_000;

    /// <summary>Reads a stream with one VCALENDAR.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static IcsComponent Read(string text) =>
        ReadAll(text) is [{ Name: "VCALENDAR" } calendar]
            ? calendar
            : throw new FormatException("It is not one VCALENDAR.");

    /// <summary>Reads a stream with any number of components at its top.</summary>
    /// <exception cref="FormatException">It is no iCalendar; the message says why.</exception>
    public static IReadOnlyList<IcsComponent> ReadAll(string text)
    {
        var top = new IcsComponent("");
        var open = new Stack<IcsComponent>([top]);
        var count = 0;
        foreach (var (line, folded) in Unfold(text.TrimStart('\uFEFF')))
        {
            if (++count > MaxItems)
                throw new FormatException($"It has more than {MaxItems} lines.");

            Take(open, line, folded, count);
        }

        if (open.Count > 1)
            throw new FormatException($"BEGIN:{open.Peek().Name} has no END.");

        return [.. top.Items.Cast<IcsComponent>()];
    }

    private static void Take(Stack<IcsComponent> open, string line, string folded, int number)
    {
        if (!IcsLine.TryRead(line, folded, out var read))
            throw new FormatException($"Line {number} is no property.");

        switch (read!.Name)
        {
            case "BEGIN" when open.Count > MaxDepth:
                throw new FormatException("Its components are nested too deep.");
            case "BEGIN":
                var component = new IcsComponent(read.Value.Trim().ToUpperInvariant());
                open.Peek().Add(component);
                open.Push(component);
                break;
            case "END" when open.Count > 1 && Names(read, open.Peek()):
                open.Pop();
                break;
            case "END":
                throw new FormatException($"Line {number} ends what was not begun.");
            default:
                if (open.Count == 1)
                    throw new FormatException("It does not begin with BEGIN:VCALENDAR.");
                open.Peek().Add(read);
                break;
        }
    }

    private static bool Names(IcsLine end, IcsComponent component) =>
        string.Equals(end.Value.Trim(), component.Name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Line, string Folded)> Unfold(string text)
    {
        var parts = new List<string>();
        // Not by every line end of Unicode: U+2028 may stand in a text.
        foreach (var ended in text.Split('\n'))
        {
            var part = ended.TrimEnd('\r');
            if (part.Length == 0)
                continue;

            if (part[0] is not (' ' or '\t') && parts.Count > 0)
            {
                yield return Joined(parts);
                parts.Clear();
            }

            parts.Add(part);
        }

        if (parts.Count > 0)
            yield return Joined(parts);
    }

    /// <summary>Most lines are not folded.</summary>
    private static (string Line, string Folded) Joined(List<string> parts) =>
        parts is [var only]
            ? (only, only)
            : (parts[0] + string.Concat(parts.Skip(1).Select(p => p[1..])), string.Join("\r\n", parts));
}
