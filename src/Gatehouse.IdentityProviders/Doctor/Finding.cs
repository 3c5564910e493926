namespace Gatehouse.IdentityProviders.Doctor;

/// <summary>One thing the doctor saw.</summary>
/// <param name="Check">Which check saw it, such as <c>issuer</c>; stable.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Text">What it is, in one sentence.</param>
public sealed record Finding(string Check, FindingLevel Level, string Text)
{
    /// <summary>What to do about it; null when nothing must be done.</summary>
    public string? Fix { get; init; }
}
