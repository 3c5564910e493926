namespace Gatehouse.IdentityProviders.Facts;

/// <summary>What a provider gives to stay signed in with.</summary>
public sealed record RefreshFacts
{
    /// <summary>It gives refresh tokens.</summary>
    public bool AreGiven { get; init; } = true;
}
