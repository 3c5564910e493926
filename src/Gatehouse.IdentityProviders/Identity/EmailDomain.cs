using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Identity;

/// <summary>The domain of a person's e-mail address, where the provider vouches that the address is theirs.</summary>
internal static class EmailDomain
{
    private const int LongestAddress = 320;

    /// <summary>
    /// The domain of the proved address; null when there is none. The proof must stand beside the address it proves:
    /// a userinfo answer does not prove the address of the ID token, unless both name the same.
    /// </summary>
    public static string? OfVerified(Claims claims, IdentityFacts facts) => Of(AddressOfVerified(claims, facts));

    /// <summary>The proved address itself; null when there is none.</summary>
    public static string? AddressOfVerified(Claims claims, IdentityFacts facts)
    {
        if (facts.EmailVerified is not { } verified)
        {
            return claims.Text(facts.Email);
        }

        return claims
            .Sources.Where(source => Claims.TextOf(Claims.Find(source, verified)) is "true" or "1")
            .Select(source => Claims.TextOf(Claims.Find(source, facts.Email)))
            .FirstOrDefault(address => address is not null && address == claims.Text(facts.Email));
    }

    /// <summary>What stands after the only @; null for anything that is no plain address.</summary>
    public static string? Of(string? address)
    {
        if (address is null or { Length: > LongestAddress } || address.Any(c => c is <= ' ' or > '~' or '"'))
        {
            return null;
        }

        var parts = address.Split('@');
        return parts is [{ Length: > 0 }, { Length: > 0 } domain] ? domain : null;
    }
}
