namespace Gatehouse.Testing.Providers.Tokens;

/// <summary>A code or token a provider gave.</summary>
internal sealed class IssuedToken(ProviderGrant grant, long expiresAt)
{
    public ProviderGrant Grant { get; } = grant;

    /// <summary>Seconds since 1970.</summary>
    public long ExpiresAt { get; } = expiresAt;

    /// <summary>Used up.</summary>
    public bool IsSpent { get; set; }
}
