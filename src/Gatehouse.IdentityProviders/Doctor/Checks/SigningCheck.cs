namespace Gatehouse.IdentityProviders.Doctor.Checks;

/// <summary>ID tokens are signed with a key that only the provider has.</summary>
internal sealed class SigningCheck : IProviderCheck
{
    private const string Name = "signing";

    public IEnumerable<Finding> Look(Evidence evidence)
    {
        if (evidence.Metadata is null)
        {
            yield break;
        }

        var algorithms = evidence.Texts("id_token_signing_alg_values_supported") ?? ["RS256"];
        var useful = algorithms.Where(IsAsymmetric).ToList();
        yield return useful.Count > 0
            ? new Finding(Name, FindingLevel.Good, $"ID tokens are signed with {string.Join(", ", useful)}.")
            : new Finding(
                Name,
                FindingLevel.Problem,
                $"ID tokens are signed with {string.Join(", ", algorithms)} only, which everybody who knows the client secret can do."
            )
            {
                Fix = "Give the provider an asymmetric signing key (RS256 or ES256).",
            };
    }

    private static bool IsAsymmetric(string algorithm) => algorithm is ['R' or 'E' or 'P', 'S', ..] or "EdDSA";
}
