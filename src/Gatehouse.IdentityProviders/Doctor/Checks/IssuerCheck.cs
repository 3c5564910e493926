using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Doctor.Checks;

/// <summary>RFC 8414 §3.3: the metadata is of the issuer it was asked for.</summary>
internal sealed class IssuerCheck : IProviderCheck
{
    private const string Name = "issuer";

    public IEnumerable<Finding> Look(Evidence evidence)
    {
        if (evidence.Metadata is null)
        {
            yield break;
        }

        var asked = evidence.Request.Issuer;
        if (evidence.NamedIssuer is not { } named)
        {
            yield return new Finding(Name, FindingLevel.Problem, "The metadata names no issuer.")
            {
                Fix = "Look at what is at that address: it is no metadata of an identity provider.",
            };
        }
        else if (named == asked)
        {
            yield return new Finding(Name, FindingLevel.Good, $"The metadata names {named}, the same.");
        }
        else if (!IssuerRules.MayBeNamedByMetadata(evidence.Facts, asked, named))
        {
            yield return new Finding(Name, FindingLevel.Problem, $"The metadata names another issuer: {named}.")
            {
                Fix =
                    $"Configure {named} as the issuer if that is your provider; otherwise somebody answers in its place.",
            };
        }
        else if (named.Contains('{', StringComparison.Ordinal))
        {
            yield return new Finding(
                Name,
                FindingLevel.Good,
                $"The metadata names {named}: each token names its own tenant."
            );
        }
        else
        {
            yield return new Finding(Name, FindingLevel.Note, $"The metadata writes it {named}.")
            {
                Fix = "Configure it so, letter for letter.",
            };
        }
    }
}
