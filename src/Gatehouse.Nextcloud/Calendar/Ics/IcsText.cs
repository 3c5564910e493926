using System.Text;

namespace Gatehouse.Nextcloud.Calendar.Ics;

/// <summary>RFC 5545 §3.3.11: text and lists of text.</summary>
internal static class IcsText
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            _ = c switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                '\t' => escaped.Append(c),
                _ when char.IsControl(c) => escaped,
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    public static string EscapeList(IEnumerable<string> texts) => string.Join(',', texts.Select(Escape));

    public static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
            return value;

        var text = new StringBuilder(value.Length);
        var isEscaped = false;
        foreach (var c in value)
        {
            if (c == '\\' && !isEscaped)
            {
                isEscaped = true;
                continue;
            }

            text.Append(isEscaped && (c is 'n' or 'N') ? '\n' : c);
            isEscaped = false;
        }

        return text.ToString();
    }

    /// <summary>The texts of a list such as CATEGORIES.</summary>
    public static IEnumerable<string> UnescapeList(string value)
    {
        var start = 0;
        var isEscaped = false;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == ',' && !isEscaped)
            {
                yield return Unescape(value[start..i]);
                start = i + 1;
            }

            isEscaped = value[i] == '\\' && !isEscaped;
        }

        if (start < value.Length)
            yield return Unescape(value[start..]);
    }
}
