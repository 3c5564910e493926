namespace Gatehouse.IdentityProviders.Doctor.Checks;

/// <summary>RFC 7591: what clients would find without Gatehouse, and do not find with it.</summary>
internal sealed class RegistrationCheck : IProviderCheck
{
    private const string Name = "registration";

    public IEnumerable<Finding> Look(Evidence evidence)
    {
        if (evidence.Registration is { } look)
        {
            yield return new Finding(
                Name,
                FindingLevel.Note,
                look.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
                    ? "It advertises a registration endpoint that wants a token, on which clients would fail. They register at Gatehouse and never see it."
                    : "It advertises a registration endpoint. Clients register at Gatehouse and never see it."
            );
        }
        else if (evidence.Metadata is not null)
        {
            yield return new Finding(
                Name,
                FindingLevel.Good,
                "Clients cannot register there, and need not: they register at Gatehouse."
            );
        }
    }
}
