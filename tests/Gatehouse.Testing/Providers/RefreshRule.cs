namespace Gatehouse.Testing.Providers;

/// <summary>What a refresh does to a refresh token.</summary>
public enum RefreshRule
{
    /// <summary>A new one comes and the old one dies; using it again ends everything it led to.</summary>
    SingleUse,

    /// <summary>A new one comes; the old one stays good.</summary>
    Rotates,

    /// <summary>None comes; the old one stays good.</summary>
    Stays,
}
