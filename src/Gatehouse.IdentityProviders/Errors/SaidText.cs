using System.Text;

namespace Gatehouse.IdentityProviders.Errors;

/// <summary>What a provider said, made fit for a line of a log.</summary>
internal static class SaidText
{
    private const int Longest = 600;

    /// <summary>One line, bounded, without control characters.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var line = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= Longest)
            {
                return line.Append('…').ToString();
            }

            // Control and format characters can end a line, or turn the direction of what follows.
            var category = Rune.GetUnicodeCategory(rune);
            if (
                Rune.IsControl(rune)
                || category
                    is System.Globalization.UnicodeCategory.Format
                        or System.Globalization.UnicodeCategory.LineSeparator
                        or System.Globalization.UnicodeCategory.ParagraphSeparator
            )
            {
                line.Append(' ');
            }
            else
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().Trim();
    }
}
