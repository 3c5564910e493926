using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Identity.Allow;

/// <summary>The person belongs to one of some organisations, by a claim or by the provider's API. Case is no difference.</summary>
internal static class OrganizationRule
{
    public static AllowRefusal? Check(ICollection<string> allowed, Visitor visitor, IdentityFacts facts)
    {
        IEnumerable<string> member =
        [
            .. facts.Organization is { } claim ? visitor.Claims.Values(claim) : [],
            .. visitor.Organizations,
        ];
        return member.Any(organization => allowed.Contains(organization, StringComparer.OrdinalIgnoreCase))
            ? null
            : new AllowRefusal(
                "organizations",
                "It lets in only members of certain organisations, and the provider names none of them for the account. An organisation may have to approve this application first."
            );
    }
}
