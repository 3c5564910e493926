namespace Gatehouse.IdentityProviders.Discovery;

/// <summary>RFC 8414 §2 and OpenID Connect Discovery 1.0 §3, checked: what a provider says of itself, or the facts say of one that says nothing.</summary>
internal sealed record ProviderMetadata
{
    /// <summary>As the document writes it; at Entra ID it may hold <c>{tenantid}</c>, which stands for the <c>tid</c> of each token.</summary>
    public required string Issuer { get; init; }

    public required string AuthorizationEndpoint { get; init; }

    public required string TokenEndpoint { get; init; }

    /// <summary>Null only where there are no ID tokens.</summary>
    public string? JwksUri { get; init; }

    /// <summary>The userinfo endpoint, or the account API of a provider without OpenID Connect.</summary>
    public string? UserInfoEndpoint { get; init; }

    public string? RevocationEndpoint { get; init; }

    public string? IntrospectionEndpoint { get; init; }

    public string? EndSessionEndpoint { get; init; }

    /// <summary>AD FS: the issuer of its access tokens, which is not that of its ID tokens.</summary>
    public string? AccessTokenIssuer { get; init; }

    /// <summary>Null when the provider does not say.</summary>
    public IReadOnlyList<string>? TokenEndpointAuthMethods { get; init; }

    /// <summary>Algorithms of client assertions; null when the provider does not say.</summary>
    public IReadOnlyList<string>? TokenEndpointAuthAlgorithms { get; init; }

    /// <summary>Null when the provider does not say.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Null when the provider does not say, which does not mean that it knows none.</summary>
    public IReadOnlyList<string>? CodeChallengeMethods { get; init; }

    /// <summary>RFC 9207: every authorization response names the issuer, so that one without is refused.</summary>
    public bool SendsIssuer { get; init; }
}
