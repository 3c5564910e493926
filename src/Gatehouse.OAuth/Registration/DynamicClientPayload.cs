using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Gatehouse.OAuth.Registration;

/// <summary>The metadata inside a dynamic client's identifier, with one-letter names to keep it short. No scope and no time, so that it never changes.</summary>
internal sealed record DynamicClientPayload
{
    [JsonPropertyName("n")]
    public string? Name { get; init; }

    [JsonPropertyName("r")]
    public required IReadOnlyList<string> RedirectUris { get; init; }

    [JsonPropertyName("m")]
    public required string Method { get; init; }

    [JsonPropertyName("t")]
    public required string Type { get; init; }

    /// <summary>Only with a secret: two confidential clients with the same metadata must not share one.</summary>
    [JsonPropertyName("x")]
    public string? Nonce { get; init; }

    public static DynamicClientPayload From(ClientMetadata metadata) =>
        new()
        {
            Name = metadata.Name,
            RedirectUris = [.. metadata.RedirectUris.Select(redirect => redirect.Value)],
            Method = metadata.AuthenticationMethod,
            Type = metadata.ApplicationType,
            Nonce = metadata.IsConfidential ? RandomNumberGenerator.GetHexString(16, lowercase: true) : null,
        };

    public ClientMetadata ToMetadata() =>
        new(Name, [.. RedirectUris.Select(redirect => RedirectUri.Parse(redirect).Value)], Method, Type);
}
