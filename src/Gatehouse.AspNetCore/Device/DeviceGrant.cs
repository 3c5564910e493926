using Gatehouse.AspNetCore.Tokens;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Device;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.AspNetCore.Device;

/// <summary>RFC 8628 §3.4, §3.5: a device asks what has become of its request.</summary>
internal sealed class DeviceGrant(
    IDeviceStore devices,
    ITokenStore tokens,
    CodeRedemption redemption,
    PollPace pace,
    TimeProvider time
)
{
    public async Task<Result<TokenResponse>> PollAsync(
        RequestParameters form,
        Client client,
        CancellationToken cancellationToken
    )
    {
        if (form["device_code"] is not { } text)
        {
            return new OAuthError(OAuthErrorCodes.InvalidRequest, "device_code is missing.");
        }

        var hash = DeviceCode.From(text).Hash;
        var request = await devices.FindAsync(hash, cancellationToken);
        if (request is null)
        {
            return new OAuthError(OAuthErrorCodes.InvalidGrant, "The device code is unknown. Begin anew.");
        }

        if (request.ClientHash != client.Id.Hash)
        {
            return new OAuthError(OAuthErrorCodes.InvalidGrant, "The device code was issued to another client.");
        }

        // Written after the decision and before the state is looked at here: what was granted comes first.
        if (await tokens.FindCodeAsync(hash, cancellationToken) is { IsForDevice: true } code)
        {
            return await redemption.RefusesUsedAsync(code, client) is { } used ? used
                : code.ExpiresAt <= time.GetUtcNow() ? Expired
                : await redemption.RedeemAsync(code, cancellationToken);
        }

        return Waiting(request);
    }

    private static OAuthError Expired { get; } =
        new(OAuthErrorCodes.ExpiredToken, "The device code has expired. Begin anew.");

    private OAuthError Waiting(DeviceRequest request) =>
        request switch
        {
            { State: DeviceRequestState.Denied } => new OAuthError(
                OAuthErrorCodes.AccessDenied,
                "The person did not allow it."
            ),
            _ when request.ExpiresAt <= time.GetUtcNow() => Expired,
            _ when pace.IsTooSoon(request.DeviceCode) => new OAuthError(
                OAuthErrorCodes.SlowDown,
                "Too soon: wait five seconds longer between two polls from now on."
            ),
            _ => new OAuthError(OAuthErrorCodes.AuthorizationPending, "The person has not decided yet."),
        };
}
