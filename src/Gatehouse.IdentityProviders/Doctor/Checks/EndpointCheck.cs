using Gatehouse.IdentityProviders.Discovery;

namespace Gatehouse.IdentityProviders.Doctor.Checks;

/// <summary>Where the browser and the codes go: named, and nowhere unsafe.</summary>
internal sealed class EndpointCheck : IProviderCheck
{
    private const string Name = "endpoints";
    private static readonly string[] Needed = ["authorization_endpoint", "token_endpoint", "jwks_uri"];
    private static readonly string[] Useful = ["userinfo_endpoint", "revocation_endpoint", "introspection_endpoint"];

    public IEnumerable<Finding> Look(Evidence evidence)
    {
        if (evidence.Metadata is null)
        {
            yield break;
        }

        foreach (var name in Needed.Where(name => evidence.Text(name) is null))
        {
            yield return new Finding(Name, FindingLevel.Problem, $"The metadata names no {name}.")
            {
                Fix =
                    "The provider does not offer the authorization code flow of OpenID Connect there: look at its settings, and whether the issuer is the right one.",
            };
        }

        var unsafeOnes = Needed
            .Concat(Useful)
            .Where(name =>
                evidence.Text(name) is { } address && !EndpointRule.Accepts(evidence.Request.Issuer, address)
            );
        foreach (var name in unsafeOnes)
        {
            yield return new Finding(Name, FindingLevel.Problem, $"{name} is not https: {evidence.Text(name)}.")
            {
                Fix = "Tell the provider its public https address; behind a proxy it must trust the proxy's headers.",
            };
        }

        var there = Useful.Where(name => evidence.Text(name) is not null).ToList();
        yield return new Finding(
            Name,
            FindingLevel.Good,
            there.Count == 0
                ? "It offers no userinfo, revocation or introspection."
                : $"Beside signing in it offers {string.Join(", ", there)}."
        );
    }
}
