namespace Gatehouse.IdentityProviders.Facts;

/// <summary>What a provider gives to stay signed in with.</summary>
public sealed record RefreshFacts
{
    /// <summary>It gives refresh tokens.</summary>
    public bool AreGiven { get; init; } = true;

    /// <summary>Each may be used once: a second use, also of two at the same moment, ends the sign-in.</summary>
    public bool AreSingleUse { get; init; }
}
