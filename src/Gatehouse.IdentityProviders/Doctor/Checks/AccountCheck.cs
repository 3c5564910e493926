namespace Gatehouse.IdentityProviders.Doctor.Checks;

/// <summary>Where there is no metadata: the API that says who a person is must be there, and want a token.</summary>
internal sealed class AccountCheck : IProviderCheck
{
    private const string Name = "account";

    public IEnumerable<Finding> Look(Evidence evidence)
    {
        if (evidence.Account is { } look)
        {
            yield return look.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
                ? new Finding(Name, FindingLevel.Good, $"{look.Address} is there, and wants a token.")
                : new Finding(Name, FindingLevel.Problem, $"{look.Address} {look.Result}.")
                {
                    Fix =
                        look.Status == 0
                            ? "See that this computer reaches the provider: name, network, proxy, certificate."
                            : $"It was asked without a token and should refuse that (401). Compare the issuer with {evidence.Facts.Page}.",
                };
        }
        else if (evidence.Facts.Metadata.Count == 0)
        {
            yield return new Finding(
                Name,
                FindingLevel.Note,
                "It has no metadata, and where its API is only a setting says: nothing could be looked at."
            )
            {
                Fix = $"{evidence.Facts.Page} says what to write into settings.",
            };
        }
    }
}
