using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Identity.Allow;

/// <summary>The tenant of the account (Entra ID's <c>tid</c>, Google's <c>hd</c>) is one of some. Case is no difference in either.</summary>
internal static class TenantRule
{
    public static AllowRefusal? Check(ICollection<string> allowed, Visitor visitor, IdentityFacts facts) =>
        facts.Tenant is { } claim
        && visitor.Claims.Text(claim) is { } tenant
        && allowed.Contains(tenant, StringComparer.OrdinalIgnoreCase)
            ? null
            : new AllowRefusal(
                "tenants",
                "It lets in only people of certain tenants, and the account is of another one, or of none."
            );
}
