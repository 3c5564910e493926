using System.Security.Cryptography;
using System.Text.Json;
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

    /// <summary>Members that another version added are skipped; null when one that is needed is missing or no longer allowed.</summary>
    public static ClientMetadata? Read(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8Json, OAuthJson.Default.DynamicClientPayload)?.ToMetadata();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private ClientMetadata? ToMetadata()
    {
        var redirects = RedirectUris.Select(RedirectUri.Parse).ToList();
        return redirects.TrueForAll(redirect => redirect.Error is null)
            ? new ClientMetadata(Name, [.. redirects.Select(redirect => redirect.Value)], Method, Type)
            : null;
    }
}
