using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gatehouse.OAuth.Registration;

/// <summary>RFC 7591 §3.1: the body of a registration; every other member is ignored, as the RFC asks.</summary>
internal sealed record ClientRegistrationRequest
{
    /// <summary>Bytes; ten times what any measured client sends.</summary>
    public const int MaximumLength = 16 * 1024;

    [JsonPropertyName("redirect_uris")]
    public IReadOnlyList<string?>? RedirectUris { get; init; }

    [JsonPropertyName("client_name")]
    public string? ClientName { get; init; }

    [JsonPropertyName("token_endpoint_auth_method")]
    public string? TokenEndpointAuthMethod { get; init; }

    [JsonPropertyName("application_type")]
    public string? ApplicationType { get; init; }

    public static Result<ClientRegistrationRequest> Parse(ReadOnlySpan<byte> utf8Json)
    {
        if (utf8Json.Length > MaximumLength)
        {
            return Malformed($"it is longer than {MaximumLength} bytes");
        }

        try
        {
            return JsonSerializer.Deserialize(utf8Json, OAuthJson.Default.ClientRegistrationRequest) is { } request
                ? request
                : Malformed("null is not a registration");
        }
        catch (JsonException problem)
        {
            return Malformed(
                problem.Path is { } path ? $"the member at {path} has the wrong type or is doubled" : "it is not JSON"
            );
        }
    }

    private static OAuthError Malformed(string reason) =>
        new(
            OAuthErrorCodes.InvalidClientMetadata,
            $"The body must be a JSON object of client metadata (RFC 7591): {reason}."
        );
}
