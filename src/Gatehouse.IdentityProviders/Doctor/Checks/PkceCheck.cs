namespace Gatehouse.IdentityProviders.Doctor.Checks;

/// <summary>RFC 7636: a stolen code is worth nothing. Every sign-in has it.</summary>
internal sealed class PkceCheck : IProviderCheck
{
    private const string Name = "pkce";

    public IEnumerable<Finding> Look(Evidence evidence)
    {
        if (evidence.Metadata is null)
        {
            yield break;
        }

        var methods = evidence.Texts("code_challenge_methods_supported");
        yield return methods switch
        {
            null => new Finding(
                Name,
                FindingLevel.Note,
                "It does not say that it does PKCE with S256. Every sign-in has it all the same; providers that do not know it ignore it."
            ),
            _ when methods.Contains("S256") => new Finding(Name, FindingLevel.Good, "It does PKCE with S256."),
            _ => new Finding(Name, FindingLevel.Problem, "It does PKCE, and not with S256.")
            {
                Fix = "Allow S256 at the provider.",
            },
        };
    }
}
