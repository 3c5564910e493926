using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Identity;
using Gatehouse.IdentityProviders.Identity.Allow;

namespace Gatehouse.IdentityProviders.SignIn;

/// <summary>
/// Whether the userinfo endpoint has to be asked: always where the facts say that ID tokens are lean, otherwise for what is missing and somebody here
/// wants to know.
/// </summary>
internal sealed class WantedClaims(ConfiguredProvider provider)
{
    private readonly IReadOnlyList<string> needed = [.. Needed(provider)];

    /// <summary>Without them the sign-in cannot be decided.</summary>
    public bool AreNeeded(Claims claims) =>
        provider.Facts.Identity.AsksUserInfo
        || needed.Any(name => !claims.Has(name) && !GroupRule.IsOverage(claims, name))
        || (
            provider.AccountClaims.Count > 0
            && AccountName.Of(claims, provider.AccountClaims, provider.Facts.Identity) is null
        )
        || (provider.Allow.EmailDomains.Count > 0 && EmailDomain.OfVerified(claims, provider.Facts.Identity) is null);

    /// <summary>With them the person can be called by their name.</summary>
    public bool AreWelcome(Claims claims) => provider.Facts.Identity.DisplayName.All(name => !claims.Has(name));

    private static IEnumerable<string> Needed(ConfiguredProvider provider)
    {
        var (facts, allow) = (provider.Facts.Identity, provider.Allow);
        IEnumerable<(bool IsWanted, string? Claim)> wanted =
        [
            .. facts.Subject.Select(name => (true, (string?)name)),
            (allow.Tenants.Count > 0, facts.Tenant),
            (allow.Organizations.Count > 0, facts.Organization),
            (allow.Groups.Count > 0, facts.Groups),
            (allow.Roles.Count > 0, facts.Roles),
        ];
        return wanted.Where(pair => pair.IsWanted).Select(pair => pair.Claim).OfType<string>();
    }
}
