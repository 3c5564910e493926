using System.Text;

namespace Gatehouse.Nextcloud.Calendar.Ics;

/// <summary>
/// RFC 5545 §3.1: a content line. One that was read keeps the text it was read from, folds included, and is written again as it stood.
/// </summary>
internal sealed class IcsLine : IcsItem
{
    private const int MaxOctets = 75;

    private readonly string folded;

    private IcsLine(string name, IReadOnlyList<IcsParameter> parameters, string value, string? folded)
    {
        Name = name;
        Parameters = parameters;
        Value = value;
        this.folded = folded ?? Fold(Unfolded(name, parameters, value));
    }

    public override string Name { get; }

    public IReadOnlyList<IcsParameter> Parameters { get; }

    /// <summary>The value as it stands, escapes included.</summary>
    public string Value { get; }

    /// <summary>A new line; the value must be escaped already where its type is text.</summary>
    public static IcsLine Of(string name, string value, params IReadOnlyList<IcsParameter> parameters) =>
        new(name, parameters, OneLine(value), folded: null);

    /// <summary>A new line of text.</summary>
    public static IcsLine OfText(string name, string text) => Of(name, IcsText.Escape(text));

    /// <summary>Reads an unfolded line; <paramref name="folded"/> is how it stood.</summary>
    public static bool TryRead(string line, string folded, out IcsLine? read)
    {
        read = null;
        var end = line.AsSpan().IndexOfAny(';', ':');
        if (end <= 0)
            return false;

        var parameters = new List<IcsParameter>();
        var position = end;
        while (position < line.Length && line[position] == ';')
        {
            if (!TryReadParameter(line, ref position, parameters))
                return false;
        }

        if (position >= line.Length)
            return false;

        read = new(line[..end].ToUpperInvariant(), parameters, line[(position + 1)..], folded);
        return true;
    }

    /// <summary>A parameter's value, or null.</summary>
    public string? Parameter(string name)
    {
        foreach (var parameter in Parameters)
        {
            if (string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase))
                return parameter.Value;
        }

        return null;
    }

    /// <summary>The same line with one parameter set.</summary>
    public IcsLine With(string parameter, string value) =>
        new(
            Name,
            [
                .. Parameters.Where(p => !string.Equals(p.Name, parameter, StringComparison.OrdinalIgnoreCase)),
                new(parameter, value),
            ],
            Value,
            folded: null
        );

    /// <summary>The line as it goes out, folded, without its end.</summary>
    public override string ToString() => folded;

    private static bool TryReadParameter(string line, ref int position, List<IcsParameter> parameters)
    {
        var equals = line.IndexOf('=', position);
        if (equals < 0)
            return false;

        var name = line[(position + 1)..equals].ToUpperInvariant();
        var end = equals + 1;
        var isQuoted = false;
        while (end < line.Length && (isQuoted || line[end] is not (';' or ':')))
        {
            if (line[end] == '"')
                isQuoted = !isQuoted;
            end++;
        }

        if (end >= line.Length)
            return false;

        parameters.Add(new(name, line[(equals + 1)..end].Replace("\"", "", StringComparison.Ordinal)));
        position = end;
        return true;
    }

    private static string Unfolded(string name, IReadOnlyList<IcsParameter> parameters, string value)
    {
        var text = new StringBuilder(name);
        foreach (var parameter in parameters)
            text.Append(';').Append(parameter.Name).Append('=').Append(Quoted(parameter.Value));
        return text.Append(':').Append(value).ToString();
    }

    /// <summary>RFC 5545 §3.2: a value may hold no quotes and no controls, and is quoted when it holds what separates.</summary>
    private static string Quoted(string value)
    {
        var clean = string.Concat(value.Where(c => c != '"' && !char.IsControl(c)));
        return clean.AsSpan().IndexOfAny(',', ';', ':') >= 0 ? $"\"{clean}\"" : clean;
    }

    /// <summary>A value with a line end of its own would be a second property.</summary>
    private static string OneLine(string value) =>
        value.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0
            ? value
            : string.Concat(value.Where(c => c == '\t' || !char.IsControl(c)));

    private static string Fold(string line)
    {
        if (Encoding.UTF8.GetByteCount(line) <= MaxOctets)
            return line;

        var text = new StringBuilder(line.Length + line.Length / 32);
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        return text.ToString();
    }
}
