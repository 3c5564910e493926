using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Device;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.AspNetCore.Device;

/// <summary>What a device asks for: sealed in its row, with the browser of the person in the consent form, then in the transaction.</summary>
internal sealed record PendingDevice
{
    public required string SupportId { get; init; }

    /// <summary>Hash of the device code.</summary>
    public required string DeviceCode { get; init; }

    /// <summary>As the device shows it, for the person to compare.</summary>
    public required string UserCode { get; init; }

    public required string ClientId { get; init; }

    public required string ClientName { get; init; }

    public required string Offered { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The document of the client as it was when the device asked; null for a client without one.</summary>
    public ClientRecordMetadata? Document { get; init; }

    /// <summary>Hash of the cookie of the browser that typed the code; null before.</summary>
    public string? Browser { get; init; }

    public TokenHash Hash => TokenHash.FromStore(DeviceCode);

    public TransactionId Id =>
        TransactionId.TryParse(SupportId, out var id)
            ? id
            : throw new FormatException("A sealed request holds its support id.");

    public static PendingDevice Of(
        Client client,
        ScopeSet offered,
        DeviceCode deviceCode,
        UserCode userCode,
        DateTimeOffset expiresAt
    ) =>
        new()
        {
            SupportId = TransactionId.New().Value,
            DeviceCode = deviceCode.Hash.Value,
            UserCode = userCode.Value,
            ClientId = client.Id.Value,
            ClientName = client.DisplayName,
            Offered = offered.ToString(),
            ExpiresAt = expiresAt,
            Document = client.Origin == ClientOrigin.Document ? ClientRecordMetadata.From(client.Metadata) : null,
        };

    /// <summary>Never the user code.</summary>
    public override string ToString() => $"PendingDevice {SupportId} ***";
}
