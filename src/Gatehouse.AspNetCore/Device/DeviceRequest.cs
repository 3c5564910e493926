using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Device;

/// <summary>RFC 8628 §3.2: a device that waits for a person, as it is stored.</summary>
/// <param name="DeviceCode">Hash of the device code.</param>
/// <param name="UserCode">Hash of what the person types.</param>
/// <param name="ClientHash">The only client that may ask for the outcome.</param>
/// <param name="Content">What it asks for: sealed.</param>
/// <param name="State">What a person has made of it.</param>
/// <param name="ExpiresAt">When both codes are over.</param>
public sealed record DeviceRequest(
    TokenHash DeviceCode,
    TokenHash UserCode,
    TokenHash ClientHash,
    byte[] Content,
    DeviceRequestState State,
    DateTimeOffset ExpiresAt
);
