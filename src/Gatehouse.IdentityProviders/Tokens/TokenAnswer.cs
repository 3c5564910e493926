namespace Gatehouse.IdentityProviders.Tokens;

/// <summary>RFC 6749 §5.1, as providers send it: only the access token is sure.</summary>
internal sealed record TokenAnswer(ProviderSecret AccessToken)
{
    /// <summary>How long the access token lives; null when the provider does not say.</summary>
    public TimeSpan? ExpiresIn { get; init; }

    /// <summary>Null when there is none; after a refresh that means: the old one stays.</summary>
    public ProviderSecret? RefreshToken { get; init; }

    /// <summary>What was granted; null when the provider does not say, which means: what was asked for.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>OpenID Connect Core §3.1.3.3; nothing in it is verified here.</summary>
    public ProviderSecret? IdToken { get; init; }
}
