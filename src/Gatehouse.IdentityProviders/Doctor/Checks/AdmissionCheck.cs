using Gatehouse.IdentityProviders.Hosting;

namespace Gatehouse.IdentityProviders.Doctor.Checks;

/// <summary>Who could sign in.</summary>
internal sealed class AdmissionCheck : IProviderCheck
{
    private const string Name = "people";

    public IEnumerable<Finding> Look(Evidence evidence)
    {
        yield return ConfiguredProvider.AdmitsEverybodyAt(evidence.Request.Issuer, evidence.Facts)
            ? new Finding(Name, FindingLevel.Note, $"Who may sign in: {evidence.Facts.Admits}")
            {
                Fix = "The server does not start until \"allow\" says who may.",
            }
            : new Finding(Name, FindingLevel.Good, $"Who may sign in: {evidence.Facts.Admits}");
    }
}
