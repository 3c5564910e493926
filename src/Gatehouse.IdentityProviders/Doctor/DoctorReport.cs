namespace Gatehouse.IdentityProviders.Doctor;

/// <summary>What the doctor says of a provider.</summary>
public sealed record DoctorReport
{
    /// <summary>The issuer that was looked at.</summary>
    public required string Issuer { get; init; }

    /// <summary>The preset it was looked at with.</summary>
    public required string Preset { get; init; }

    /// <summary>The provider's name for people.</summary>
    public required string Name { get; init; }

    /// <summary>What was seen, in the order it was looked for.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Which ways to use it fit.</summary>
    public required IReadOnlyList<ModeVerdict> Modes { get; init; }

    /// <summary>What to register at the provider; null when nothing is registered there.</summary>
    public string? RedirectUri { get; init; }

    /// <summary>The address of this server in <see cref="RedirectUri"/> is an example, because nobody said it.</summary>
    public bool RedirectUriIsExample { get; init; }

    /// <summary>What to write into <c>gatehouse.json</c>: indented JSON.</summary>
    public required string Configuration { get; init; }

    /// <summary>Its page in the repository.</summary>
    public required string Page { get; init; }

    /// <summary>People can sign in with it, once it is configured.</summary>
    public bool IsUsable => !Findings.Any(finding => finding.Level == FindingLevel.Problem);
}
