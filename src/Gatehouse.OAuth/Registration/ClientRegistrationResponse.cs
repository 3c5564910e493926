using System.Text.Json.Serialization;

namespace Gatehouse.OAuth.Registration;

/// <summary>RFC 7591 §3.2.1. Redirect addresses are echoed as they were sent: clients compare them.</summary>
internal sealed record ClientRegistrationResponse
{
    [JsonPropertyName("client_id")]
    public required string ClientId { get; init; }

    [JsonPropertyName("client_secret")]
    public string? ClientSecret { get; init; }

    /// <summary>0 = never; RFC 7591 requires it beside a secret.</summary>
    [JsonPropertyName("client_secret_expires_at")]
    public long? ClientSecretExpiresAt { get; init; }

    [JsonPropertyName("client_name")]
    public string? ClientName { get; init; }

    [JsonPropertyName("redirect_uris")]
    public required IReadOnlyList<string> RedirectUris { get; init; }

    [JsonPropertyName("grant_types")]
    public required IReadOnlyList<string> GrantTypes { get; init; }

    [JsonPropertyName("response_types")]
    public required IReadOnlyList<string> ResponseTypes { get; init; }

    [JsonPropertyName("token_endpoint_auth_method")]
    public required string TokenEndpointAuthMethod { get; init; }

    [JsonPropertyName("application_type")]
    public required string ApplicationType { get; init; }

    /// <summary>Never the secret.</summary>
    public override string ToString() => $"ClientRegistrationResponse {ClientId}";
}
