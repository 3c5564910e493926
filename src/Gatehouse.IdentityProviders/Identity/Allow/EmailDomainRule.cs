using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Identity.Allow;

/// <summary>The person's e-mail address, proved to the provider, is in one of some domains; a subdomain is another domain.</summary>
internal static class EmailDomainRule
{
    private const string Whom = "It lets in only people with an e-mail address in certain domains";

    public static AllowRefusal? Check(ICollection<string> allowed, Visitor visitor, IdentityFacts facts)
    {
        if (EmailDomain.OfVerified(visitor.Claims, facts) is not { } domain)
        {
            return new AllowRefusal(
                "emailDomains",
                $"{Whom}, and the provider does not say that the address of the account was proved."
            );
        }

        return allowed.Contains(domain, StringComparer.OrdinalIgnoreCase)
            ? null
            : new AllowRefusal("emailDomains", $"{Whom}, and the address of the account is in another one.");
    }
}
