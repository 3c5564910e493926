using System.Globalization;
using System.Text;

namespace Gatehouse.IdentityProviders.Identity;

/// <summary>A name as a page or a log may show it: whoever runs an account at a provider chooses it freely.</summary>
internal static class DisplayName
{
    private const int LongestName = 100;

    /// <summary>On one line, without control characters and those that turn the direction of writing, bounded; null when nothing is left.</summary>
    public static string? Of(string? name)
    {
        var kept = new StringBuilder();
        foreach (var rune in (name ?? "").EnumerateRunes().Take(LongestName * 4))
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control)
            {
                // One space for any number of them, none at the start.
                if (kept.Length > 0 && kept[^1] != ' ')
                {
                    kept.Append(' ');
                }
            }
            else if (IsVisible(rune) && kept.Length + rune.Utf16SequenceLength <= LongestName)
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString().TrimEnd() is { Length: > 0 } shown ? shown : null;
    }

    // The replacement character stands for half of a pair: EnumerateRunes makes it.
    private static bool IsVisible(Rune rune) =>
        rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );
}
