using System.Text.Json.Serialization;

namespace Gatehouse.OAuth.Device;

/// <summary>RFC 8628 §3.2.</summary>
internal sealed record DeviceAuthorizationResponse
{
    [JsonPropertyName("device_code")]
    public required string DeviceCode { get; init; }

    [JsonPropertyName("user_code")]
    public required string UserCode { get; init; }

    [JsonPropertyName("verification_uri")]
    public required string VerificationUri { get; init; }

    /// <summary>Fills the code in; the person still has to send it and to agree (§3.3.1).</summary>
    [JsonPropertyName("verification_uri_complete")]
    public required string VerificationUriComplete { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public required int ExpiresIn { get; init; }

    /// <summary>Seconds between two polls.</summary>
    [JsonPropertyName("interval")]
    public required int Interval { get; init; }

    /// <summary>Never the codes.</summary>
    public override string ToString() => "DeviceAuthorizationResponse ***";
}
