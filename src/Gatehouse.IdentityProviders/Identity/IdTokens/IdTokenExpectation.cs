using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Identity.IdTokens;

/// <summary>What an ID token must say to be the answer to one sign-in.</summary>
internal sealed record IdTokenExpectation
{
    /// <summary>Us, as the provider knows us.</summary>
    public required string ClientId { get; init; }

    /// <summary>What is known of the provider.</summary>
    public required IdentityProviderFacts Facts { get; init; }

    /// <summary>The issuer of the configuration.</summary>
    public required string ConfiguredIssuer { get; init; }

    /// <summary>The issuer its metadata names; with a name in braces where one document is for many tenants.</summary>
    public required string MetadataIssuer { get; init; }

    /// <summary>The one of our authorization request.</summary>
    public required string Nonce { get; init; }

    /// <summary>The access token it came with; null when there was none.</summary>
    public string? AccessToken { get; init; }

    /// <summary>The moment of looking.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"IdTokenExpectation {MetadataIssuer} {ClientId} ***";
}
