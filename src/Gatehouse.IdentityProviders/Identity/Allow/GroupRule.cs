using System.Text.Json;
using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Identity.Allow;

/// <summary>
/// The person is in one of some groups. Entra ID leaves the groups out of a token when there are more than 200 and writes where they could be read
/// instead (<c>_claim_names</c>, <c>hasgroups</c>): then nobody here knows them, and nobody is let in by guessing.
/// </summary>
internal static class GroupRule
{
    public static AllowRefusal? Check(ICollection<string> allowed, Visitor visitor, IdentityFacts facts)
    {
        var groups = visitor.Claims.Values(facts.Groups);
        if (groups.Any(allowed.Contains))
        {
            return null;
        }

        return groups.Count == 0 && IsOverage(visitor.Claims, facts.Groups)
            ? new AllowRefusal(
                "groups",
                "It lets in only members of certain groups, and the account is in so many that the provider did not name them.",
                "Use app roles in place of groups: assign the groups to an app role of the application at the provider, and allow that role (allow.roles). Or let the token carry only groups assigned to the application."
            )
            : new AllowRefusal(
                "groups",
                "It lets in only members of certain groups, and the account is in none of them."
            );
    }

    /// <summary>Whether the provider says that there are too many groups to name them.</summary>
    public static bool IsOverage(Claims claims, string groups) =>
        (groups == "groups" && claims.Text("hasgroups") is "true")
        || claims.Sources.Any(source =>
            Claims.Find(source, "_claim_names") is { ValueKind: JsonValueKind.Object } names
            && names.TryGetProperty(groups, out _)
        );
}
