using System.Text.Json.Serialization;

namespace Gatehouse.OAuth.Tokens;

/// <summary>RFC 6749 §5.1. <c>scope</c> is always there: it is how a client learns what was really granted.</summary>
internal sealed record TokenResponse
{
    [JsonPropertyName("access_token")]
    public required string AccessToken { get; init; }

    [JsonPropertyName("token_type")]
    public string TokenType { get; } = "Bearer";

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public required long ExpiresIn { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    [JsonPropertyName("scope")]
    public required string Scope { get; init; }

    /// <summary>Never the tokens.</summary>
    public override string ToString() => $"TokenResponse {Scope} ***";
}
