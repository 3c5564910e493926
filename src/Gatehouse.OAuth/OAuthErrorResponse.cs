using System.Text.Json.Serialization;

namespace Gatehouse.OAuth;

/// <summary>RFC 6749 §5.2: an error as the token and registration endpoints answer it.</summary>
internal sealed record OAuthErrorResponse(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string Description
);
