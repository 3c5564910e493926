namespace Gatehouse.IdentityProviders.Doctor;

/// <summary>One thing to look for in what a provider says.</summary>
internal interface IProviderCheck
{
    /// <summary>What it sees; nothing where it has nothing to look at.</summary>
    IEnumerable<Finding> Look(Evidence evidence);
}
