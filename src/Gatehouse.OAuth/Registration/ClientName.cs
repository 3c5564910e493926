using System.Globalization;
using System.Text;

namespace Gatehouse.OAuth.Registration;

/// <summary>The name a client chose, as pages may show it.</summary>
internal static class ClientName
{
    private const int MaximumLength = 100;

    /// <summary>Without invisible characters, which could dress one name up as another, and cut; null when nothing is left.</summary>
    public static string? Visible(string? chosen)
    {
        var visible = string.Concat((chosen ?? "").EnumerateRunes().Where(IsVisible).Take(MaximumLength)).Trim();
        return visible.Length == 0 ? null : visible;
    }

    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );
}
