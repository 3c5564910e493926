using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Identity.Allow;

/// <summary>
/// Who of those a provider vouches for is let in. Every kind of rule that is configured must hold; of one kind, one entry is enough. Without any,
/// everybody of a provider that belongs to somebody, and nobody of one that is open to the world, unless the configuration says "everyone".
/// </summary>
internal sealed class AllowRules(AllowOptions allow, IdentityFacts facts, bool admitsEverybody)
{
    private readonly (ICollection<string> Entries, Func<ICollection<string>, Visitor, AllowRefusal?> Check)[] rules =
    [
        (allow.Tenants, (entries, visitor) => TenantRule.Check(entries, visitor, facts)),
        (allow.Organizations, (entries, visitor) => OrganizationRule.Check(entries, visitor, facts)),
        (allow.Groups, (entries, visitor) => GroupRule.Check(entries, visitor, facts)),
        (allow.Roles, (entries, visitor) => RoleRule.Check(entries, visitor, facts)),
        (allow.EmailDomains, (entries, visitor) => EmailDomainRule.Check(entries, visitor, facts)),
        (allow.Subjects, NamedPeopleRule.Check),
    ];

    /// <summary>The first rule that keeps a person out; null when they may come in.</summary>
    public AllowRefusal? Check(Visitor visitor)
    {
        var configured = rules.Where(rule => rule.Entries.Count > 0).ToArray();
        return configured.Length == 0 && admitsEverybody && !allow.Everyone
            ? new AllowRefusal(
                "allow",
                "Everybody can have an account there, and nothing says who of them may come in.",
                "Set an allow rule, or allow everyone."
            )
            : configured
                .Select(rule => rule.Check(rule.Entries, visitor))
                .FirstOrDefault(refusal => refusal is not null);
    }
}
