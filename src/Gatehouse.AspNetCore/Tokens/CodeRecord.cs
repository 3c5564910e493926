using Gatehouse.AspNetCore.Connections;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Device;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>RFC 6749 §4.1.2: an authorization code as it is stored, and all it is bound to.</summary>
/// <param name="Hash">Of the code.</param>
/// <param name="Connection">What it leads to.</param>
/// <param name="ClientHash">Who may redeem it.</param>
/// <param name="RedirectUri">The address it was sent to, as the request wrote it; of a device the grant type, for it has none.</param>
/// <param name="Challenge">RFC 7636 §4.4, the S256 challenge.</param>
/// <param name="Scopes">What the person granted.</param>
/// <param name="ExpiresAt">When it dies unused.</param>
/// <param name="Family">The family it was redeemed for; null while it is unused. A second use revokes that family.</param>
public sealed record CodeRecord(
    TokenHash Hash,
    ConnectionId Connection,
    TokenHash ClientHash,
    string RedirectUri,
    string Challenge,
    ScopeSet Scopes,
    DateTimeOffset ExpiresAt,
    FamilyId? Family
)
{
    // Stands where an address would: no address looks like it, so no grant of a code can be mistaken for it.
    private const string Device = DeviceCode.GrantType;

    /// <summary>RFC 8628: made for a device, which redeems it with its device code and no verifier.</summary>
    public bool IsForDevice => RedirectUri == Device;

    /// <summary>A code for a device.</summary>
    internal static CodeRecord ForDevice(
        TokenHash deviceCode,
        ConnectionId connection,
        TokenHash clientHash,
        ScopeSet scopes,
        DateTimeOffset expiresAt
    ) => new(deviceCode, connection, clientHash, Device, "", scopes, expiresAt, Family: null);
}
