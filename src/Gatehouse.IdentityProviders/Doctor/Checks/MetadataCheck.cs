namespace Gatehouse.IdentityProviders.Doctor.Checks;

/// <summary>Whether the provider can be reached and says how to use it.</summary>
internal sealed class MetadataCheck : IProviderCheck
{
    private const string Name = "metadata";

    public IEnumerable<Finding> Look(Evidence evidence)
    {
        if (evidence.Metadata is not null)
        {
            yield return new Finding(Name, FindingLevel.Good, $"Found at {evidence.Looks[^1].Address}.");
            yield break;
        }

        foreach (var look in evidence.Looks)
        {
            yield return new Finding(Name, FindingLevel.Problem, $"{look.Address} {look.Result}.")
            {
                Fix =
                    look.Status == 0
                        ? "See that this computer reaches the provider: name, network, proxy, certificate."
                        : "Compare the issuer with the one on the provider's own pages, path and last slash included; name the preset if it is one.",
            };
        }
    }
}
