using System.Collections.Immutable;

namespace Gatehouse.Nextcloud.Contacts;

/// <summary>
/// A text as CardDAV filters. The cloud compares characters, and people write phone numbers with blanks, dashes and brackets: a number is
/// asked for by its last digits and then compared here by all of them.
/// </summary>
internal sealed record ContactQuery(ImmutableArray<(string Property, string Text)> Matches, string? Digits)
{
    private const int LastDigits = 2;
    private const int FewestDigits = 5;

    public bool IsNumber => Digits is not null;

    public static ContactQuery Of(string text)
    {
        var trimmed = text.Trim();
        var digits = Only(trimmed);
        var isNumber =
            digits.Length >= FewestDigits
            && trimmed.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '/' or '(' or ')' or '.');
        return isNumber
            ? new([("TEL", digits[^LastDigits..])], digits)
            : new([.. CardDavNames.Searched.Select(p => (p, trimmed))], Digits: null);
    }

    /// <summary>A number without its country fits one with it: leading zeros do not count.</summary>
    public bool Fits(Contact contact) =>
        Digits is null
        || contact.Phones.Any(p => Only(p.Value).Contains(Digits.TrimStart('0'), StringComparison.Ordinal));

    private static string Only(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
