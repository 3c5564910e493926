namespace Gatehouse.IdentityProviders.Doctor;

/// <summary>How much a finding matters.</summary>
public enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>It works; somebody should know.</summary>
    Note,

    /// <summary>People cannot sign in like this.</summary>
    Problem,
}
