using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Hosting;

/// <summary>Who may sign in: said at all where everybody could, and in words the provider knows.</summary>
internal static class AllowOptionsRules
{
    /// <summary>Whether anything is said about who may sign in.</summary>
    public static bool IsSaid(this AllowOptions allow) =>
        allow.Everyone
        || allow.Tenants.Count > 0
        || allow.Organizations.Count > 0
        || allow.Groups.Count > 0
        || allow.Roles.Count > 0
        || allow.EmailDomains.Count > 0
        || allow.Subjects.Count > 0;

    public static IEnumerable<string> Problems(AllowOptions allow, IdentityProviderFacts facts, string issuer)
    {
        var identity = facts.Identity;
        (string Key, IList<string> Entries, bool IsKnown)[] lists =
        [
            ("Tenants", allow.Tenants, identity.Tenant is not null),
            (
                "Organizations",
                allow.Organizations,
                identity.Organization is not null || identity.Organizations is not null
            ),
            ("Groups", allow.Groups, true),
            ("Roles", allow.Roles, identity.Roles is not null),
            ("EmailDomains", allow.EmailDomains, true),
            ("Subjects", allow.Subjects, true),
        ];
        var given = lists.Where(list => list.Entries.Count > 0).ToList();

        foreach (var (key, _, _) in given.Where(list => !list.IsKnown))
        {
            yield return $"Allow:{key}: {facts.Name} says nothing of that, so nobody could sign in.";
        }

        foreach (var (key, _, _) in given.Where(list => list.Entries.Any(string.IsNullOrWhiteSpace)))
        {
            yield return $"Allow:{key}: one of the entries is empty.";
        }

        foreach (var domain in allow.EmailDomains.Where(domain => !IdentityProviderOptionsRules.IsDomain(domain)))
        {
            yield return $"Allow:EmailDomains: '{domain}' is not a domain such as example.com.";
        }

        if (allow.Everyone && given.Count > 0)
        {
            yield return $"Allow:Everyone contradicts Allow:{given[0].Key}; take one of them away.";
        }

        if (allow.Everyone || !ConfiguredProvider.AdmitsEverybodyAt(issuer, facts))
        {
            yield break;
        }

        var useful = string.Join(", ", lists.Where(list => list.IsKnown).Select(list => list.Key));
        if (given.Count == 0)
        {
            var name = facts.AdmitsEverybodyAt(issuer) ? facts.Name : KnownProviders.Recognise(issuer)!.Name;
            yield return $"Allow: {name} signs in everybody. Say who may ({useful}), or set Allow:Everyone to true if you mean everybody.";
        }
        else if (!facts.AdmitsEverybody && given.TrueForAll(list => list.Key == "Roles"))
        {
            // With tenants of strangers in: whoever runs one gives their own people any role of the application.
            yield return $"Allow:Roles alone restrains nobody at {issuer}: every tenant gives its own people the roles. Name the Tenants as well.";
        }
    }
}
