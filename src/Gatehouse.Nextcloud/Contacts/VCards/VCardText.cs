using System.Text;

namespace Gatehouse.Nextcloud.Contacts.VCards;

/// <summary>RFC 6350 §3.4: how text stands in values.</summary>
internal static class VCardText
{
    /// <summary>Escapes text. Controls have no place in a vCard and fall away; line ends become <c>\n</c>.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\n' => escaped.Append("\\n"),
                '\\' or ',' or ';' => escaped.Append('\\').Append(rune),
                '\t' => escaped.Append('\t'),
                < 0x20 or 0x7f or 0xfffd => escaped,
                _ => escaped.Append(rune),
            };
        }

        return escaped.ToString();
    }

    /// <summary>The text of a value.</summary>
    public static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
            return value;

        var text = new StringBuilder(value.Length);
        var isEscaped = false;
        foreach (var letter in value)
        {
            if (isEscaped)
                _ = text.Append(letter is 'n' or 'N' ? '\n' : letter);
            else if (letter != '\\')
                _ = text.Append(letter);
            isEscaped = !isEscaped && letter == '\\';
        }

        return isEscaped ? text.Append('\\').ToString() : text.ToString();
    }

    /// <summary>The parts of a structured value (N, ADR, ORG) or a list (CATEGORIES), as texts.</summary>
    public static string[] Split(string value, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        var isEscaped = false;
        foreach (var (index, letter) in value.Index())
        {
            if (letter == separator && !isEscaped)
            {
                parts.Add(Unescape(value[start..index]));
                start = index + 1;
            }

            isEscaped = !isEscaped && letter == '\\';
        }

        return [.. parts, Unescape(value[start..])];
    }

    /// <summary>Writes parts back.</summary>
    public static string Join(IEnumerable<string> parts, char separator) =>
        string.Join(separator, parts.Select(Escape));
}
