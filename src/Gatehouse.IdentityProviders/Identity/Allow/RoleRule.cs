using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Identity.Allow;

/// <summary>The person has one of some roles.</summary>
internal static class RoleRule
{
    public static AllowRefusal? Check(ICollection<string> allowed, Visitor visitor, IdentityFacts facts) =>
        facts.Roles is { } claim && visitor.Claims.Values(claim).Any(allowed.Contains)
            ? null
            : new AllowRefusal("roles", "It lets in only people with certain roles, and the account has none of them.");
}
