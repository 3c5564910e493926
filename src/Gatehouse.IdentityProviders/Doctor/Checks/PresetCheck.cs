namespace Gatehouse.IdentityProviders.Doctor.Checks;

/// <summary>Which provider it is.</summary>
internal sealed class PresetCheck : IProviderCheck
{
    private const string Name = "preset";

    public IEnumerable<Finding> Look(Evidence evidence)
    {
        var facts = evidence.Facts;
        var recognised = KnownProviders.Recognise(evidence.Request.Issuer);
        if (evidence.Request.Preset is null)
        {
            yield return recognised is null
                ? new Finding(
                    Name,
                    FindingLevel.Note,
                    "No known provider has such an issuer: it is looked at as plain OpenID Connect."
                )
                {
                    Fix =
                        "If it is one of those in docs/identity-providers, name it with --preset and in the configuration.",
                }
                : new Finding(Name, FindingLevel.Good, $"{facts.Name} is recognised by its issuer.");
        }
        else if (recognised is not null && recognised != facts && recognised.Protocol != facts.Protocol)
        {
            yield return new Finding(
                Name,
                FindingLevel.Note,
                $"The preset says {facts.Name}; by its issuer it looks like {recognised.Name}."
            );
        }
        else
        {
            yield return new Finding(Name, FindingLevel.Good, $"{facts.Name}, as the preset says.");
        }
    }
}
