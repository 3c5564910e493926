using System.Text;

namespace Gatehouse.Nextcloud.Contacts.VCards;

/// <summary>
/// RFC 6350 §3.3: one content line, <c>group.NAME;PARAM=value:value</c>, with the exact text it came in: what is not changed is written
/// back byte for byte.
/// </summary>
internal sealed class VCardLine
{
    private const int MaxOctets = 75;

    private VCardLine(
        string raw,
        string? group,
        string name,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        string value
    )
    {
        Raw = raw;
        Group = group;
        Name = name;
        Parameters = parameters;
        Value = value;
    }

    /// <summary>The text with its folds and its line end.</summary>
    public string Raw { get; }

    /// <summary>The group in front of the name, e.g. <c>item1</c>.</summary>
    public string? Group { get; }

    /// <summary>The name in capitals.</summary>
    public string Name { get; }

    /// <summary>Names in capitals; values without quotes.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; }

    /// <summary>The value, unfolded, still escaped.</summary>
    public string Value { get; }

    /// <summary>Reads an unfolded line.</summary>
    /// <param name="raw">The text as it stands.</param>
    /// <param name="line">The same without folds and line end.</param>
    /// <returns>Null when it is no content line.</returns>
    public static VCardLine? Read(string raw, string line)
    {
        var colon = IndexOf(line, ':');
        if (colon <= 0)
            return null;

        var parts = Split(line[..colon]);
        var dot = parts[0].IndexOf('.', StringComparison.Ordinal);
        var name = parts[0][(dot + 1)..];
        return name.Length == 0 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            ? null
            : new(
                raw,
                dot < 0 ? null : parts[0][..dot],
                name.ToUpperInvariant(),
                [.. parts.Skip(1).SelectMany(Parameter)],
                line[(colon + 1)..]
            );
    }

    /// <summary>Writes a line that was not there before.</summary>
    public static VCardLine Write(string lineEnd, string name, string value, params IEnumerable<string> parameters)
    {
        var line = name + string.Concat(parameters.Select(p => ";" + p)) + ":" + value;
        return Read(Fold(line, lineEnd), line) ?? throw new FormatException($"This is no line of a vCard: {name}");
    }

    /// <summary>The same line with another value: group, parameters and their order stay.</summary>
    public VCardLine WithValue(string value, string lineEnd)
    {
        if (value == Value)
            return this;

        var line = Unfold(Raw);
        return Write(line[..IndexOf(line, ':')], value, lineEnd);
    }

    /// <summary>What all parameters of a name say, e.g. <c>home</c>, <c>cell</c> of <c>TYPE=home,cell</c>, in small letters.</summary>
    public IEnumerable<string> Values(string parameter) =>
        Parameters
            .Where(p => p.Key == parameter)
            .SelectMany(p => p.Value.Split(','))
            .Select(v => v.Trim().ToLowerInvariant())
            .Where(v => v.Length > 0);

    /// <summary>Takes folds and line end away.</summary>
    public static string Unfold(string raw)
    {
        var text = new StringBuilder(raw.Length);
        var parts = raw.Split('\n').Select(part => part.TrimEnd('\r'));
        foreach (var part in parts)
            _ = text.Length > 0 && part is [' ' or '\t', ..] ? text.Append(part.AsSpan(1)) : text.Append(part);
        return text.ToString();
    }

    private static VCardLine Write(string head, string value, string lineEnd)
    {
        var line = head + ":" + value;
        return Read(Fold(line, lineEnd), line)!;
    }

    /// <summary>§3.2: 75 octets a line; no character is torn.</summary>
    private static string Fold(string line, string lineEnd)
    {
        var text = new StringBuilder(line.Length + 16);
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                _ = text.Append(lineEnd).Append(' ');
                octets = 1;
            }

            _ = text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return text.Append(lineEnd).ToString();
    }

    /// <summary>One parameter, or several of the old form without a name (<c>TEL;HOME;VOICE</c>).</summary>
    private static IEnumerable<KeyValuePair<string, string>> Parameter(string text)
    {
        var pair = text.Split('=', 2);
        if (text.Length > 0)
            yield return pair.Length == 2
                ? new(pair[0].Trim().ToUpperInvariant(), pair[1].Replace("\"", "", StringComparison.Ordinal))
                : new("TYPE", text);
    }

    private static string[] Split(string head)
    {
        var parts = new List<string>();
        var rest = head;
        while (IndexOf(rest, ';') is var end and >= 0)
        {
            parts.Add(rest[..end]);
            rest = rest[(end + 1)..];
        }

        return [.. parts, rest];
    }

    /// <summary>The first such character outside of quotes.</summary>
    private static int IndexOf(string text, char wanted)
    {
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            isQuoted ^= text[i] == '"';
            if (text[i] == wanted && !isQuoted)
                return i;
        }

        return -1;
    }
}
