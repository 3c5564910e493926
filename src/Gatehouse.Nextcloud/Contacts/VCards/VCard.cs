namespace Gatehouse.Nextcloud.Contacts.VCards;

/// <summary>
/// A vCard as its lines. Written back without a change it is the text that was read, to the byte: folding, groups, parameters, order,
/// line ends and properties nobody here knows.
/// </summary>
internal sealed class VCard
{
    private const int MaxLines = 20_000;

    private readonly List<VCardLine> lines;

    private VCard(List<VCardLine> lines, string lineEnd, string head, string tail)
    {
        this.lines = lines;
        LineEnd = lineEnd;
        Head = head;
        Tail = tail;
    }

    /// <summary>What ends its lines.</summary>
    public string LineEnd { get; }

    public IReadOnlyList<VCardLine> Lines => lines;

    public bool IsVersion4 => First("VERSION")?.Value.Trim() == "4.0";

    private string Head { get; }

    private string Tail { get; }

    /// <summary>Reads one card.</summary>
    /// <exception cref="FormatException">It is no vCard, it has no end, or it is more than one.</exception>
    public static VCard Parse(string text)
    {
        var raws = RawLines(text).ToList();
        var begin = raws.FindIndex(r => r.Trim().Length > 0);
        if (begin < 0 || !Is(raws[begin], "BEGIN:VCARD"))
            throw new FormatException("It does not begin with BEGIN:VCARD.");

        var end = raws.FindIndex(r => Is(r, "END:VCARD"));
        if (end < 0)
            throw new FormatException("It has no END:VCARD, so a part of it is missing.");

        if (raws.Skip(end + 1).Any(r => Is(r, "BEGIN:VCARD")) || raws.Take(end).Skip(begin + 1).Any(IsBegin))
            throw new FormatException("It holds more than one card.");

        var lines = new List<VCardLine>();
        foreach (var raw in raws.Take(end).Skip(begin + 1).Where(r => r.Trim().Length > 0))
        {
            lines.Add(
                VCardLine.Read(raw, VCardLine.Unfold(raw))
                    ?? throw new FormatException($"Its line {lines.Count + 2} is no line of a vCard.")
            );
        }

        return new(
            lines,
            raws[begin].EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n",
            string.Concat(raws.Take(begin + 1)),
            string.Concat(raws.Skip(end))
        );
    }

    /// <summary>An empty card.</summary>
    public static VCard Create(string uid)
    {
        var card = Parse("BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n");
        card.Add("UID", uid);
        return card;
    }

    public VCardLine? First(string name) => lines.Find(l => l.Name == name);

    public IEnumerable<VCardLine> All(string name) => lines.Where(l => l.Name == name);

    /// <summary>Adds a line behind the others of its name or of its group, or at the end.</summary>
    public void Add(string name, string value, params IEnumerable<string> parameters)
    {
        var line = VCardLine.Write(LineEnd, name, value, parameters);
        var last = line.Group is { } group ? lines.FindLastIndex(l => IsOf(l, group)) : -1;
        last = last < 0 ? lines.FindLastIndex(l => l.Name == line.Name) : last;
        lines.Insert(last < 0 ? lines.Count : last + 1, line);
    }

    /// <summary>Sets the value of a line in its place; group and parameters stay.</summary>
    public void SetValue(VCardLine line, string value) => lines[lines.IndexOf(line)] = line.WithValue(value, LineEnd);

    /// <summary>Sets the first line of a name, adds it, or removes all of that name when there is no value.</summary>
    public void Set(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            foreach (var line in All(name).ToList())
                Remove(line);
        }
        else if (First(name) is { } line)
        {
            SetValue(line, value);
        }
        else
        {
            Add(name, value);
        }
    }

    /// <summary>Removes a line, and what only describes it: the label of its group.</summary>
    public void Remove(VCardLine line)
    {
        _ = lines.Remove(line);
        if (line.Group is not { } group)
            return;

        var others = lines.Where(l => IsOf(l, group)).ToList();
        if (others.TrueForAll(l => l.Name.StartsWith("X-AB", StringComparison.Ordinal)))
            _ = lines.RemoveAll(l => IsOf(l, group));
    }

    /// <summary>The label Apple's and Nextcloud's contacts give a line by its group, without Apple's decoration.</summary>
    public string? LabelOf(VCardLine line) =>
        line.Group is { } group && lines.Find(l => l.Name == "X-ABLABEL" && IsOf(l, group)) is { } label
            ? VCardText
                .Unescape(label.Value)
                .Replace("_$!<", "", StringComparison.Ordinal)
                .Replace(">!$_", "", StringComparison.Ordinal)
            : null;

    public override string ToString() =>
        Head + string.Concat(lines.Select(l => l.Raw.EndsWith('\n') ? l.Raw : l.Raw + LineEnd)) + Tail;

    private static bool IsOf(VCardLine line, string group) =>
        string.Equals(line.Group, group, StringComparison.OrdinalIgnoreCase);

    private static bool IsBegin(string raw) => raw.StartsWith("BEGIN:", StringComparison.OrdinalIgnoreCase);

    private static bool Is(string raw, string line) => raw.Trim().Equals(line, StringComparison.OrdinalIgnoreCase);

    /// <summary>The lines with their folds and line ends.</summary>
    private static IEnumerable<string> RawLines(string text)
    {
        var (start, count) = (0, 0);
        while (start < text.Length)
        {
            if (++count > MaxLines)
                throw new FormatException($"It has more than {MaxLines} lines.");

            var end = EndOfLine(text, start);
            while (end < text.Length && text[end] is ' ' or '\t')
                end = EndOfLine(text, end);
            yield return text[start..end];
            start = end;
        }
    }

    private static int EndOfLine(string text, int start)
    {
        var feed = text.IndexOf('\n', start);
        return feed < 0 ? text.Length : feed + 1;
    }
}
