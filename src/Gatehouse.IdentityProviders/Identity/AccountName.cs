using System.Globalization;
using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Identity;

/// <summary>What an account that a person links must be called.</summary>
internal static class AccountName
{
    private const int Longest = 255;

    /// <summary>The first of some claims that is there; null when none is, or when it is no name. An e-mail address nobody proved is whoever typed it.</summary>
    public static string? Of(Claims claims, IEnumerable<string> names, IdentityFacts facts) =>
        names
            .Select(name => name == facts.Email ? EmailDomain.AddressOfVerified(claims, facts) : claims.Text(name))
            .FirstOrDefault(text => text is not null)
            is { } name
        && IsName(name)
            ? name
            : null;

    // It is compared, kept and shown: nothing that is longer than a name, or that turns the text around it.
    private static bool IsName(string text) =>
        text.Length is > 0 and <= Longest
        && !text.Any(c => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format);
}
