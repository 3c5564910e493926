using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Device;

namespace Gatehouse.AspNetCore.Device;

/// <summary>RFC 8628 §3.1: gives a device a code for the person to type. It needs no redirect address, and any client may ask.</summary>
internal sealed class DeviceAuthorizationEndpoint(
    Deployment deployment,
    ClientAuthenticator authenticator,
    DeviceRequests requests,
    ILogger<DeviceAuthorizationEndpoint> log
) : IEndpoint
{
    private static readonly OAuthError Full = new(
        OAuthErrorCodes.TemporarilyUnavailable,
        "Too many devices are waiting for their person. Try again in a minute."
    );

    private readonly ResourceRule resource = new(deployment.Resource);

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!(await ParameterReader.FormAsync(context.Request)).Succeeded(out var form, out var error))
        {
            return OAuthResults.Error(error);
        }

        if (form.Repeated is { } repeated)
        {
            return OAuthResults.Error(repeated);
        }

        if (
            !(await authenticator.AuthenticateAsync(context.Request, form, mayBeNew: true)).Succeeded(
                out var client,
                out error
            )
        )
        {
            return OAuthResults.Error(error);
        }

        if (resource.Refuses(form) is { } foreign)
        {
            return OAuthResults.Error(foreign);
        }

        var offered = deployment.Scopes.Offer(ScopeSet.Parse(form["scope"]));
        if (await requests.TryBeginAsync(client, offered, context.RequestAborted) is not var (deviceCode, userCode))
        {
            context.Response.Headers.RetryAfter = "60";
            return OAuthResults.Error(Full);
        }

        log.DeviceWaits(client.DisplayName, client.Id.Hash);
        var page = deployment.Issuer.At(DeviceEndpoint.Pattern);
        return OAuthResults.Json(
            new DeviceAuthorizationResponse
            {
                DeviceCode = deviceCode.Reveal(),
                UserCode = userCode.Value,
                VerificationUri = page,
                VerificationUriComplete = $"{page}?user_code={userCode.Value}",
                ExpiresIn = (int)DeviceRequests.Lifetime.TotalSeconds,
                Interval = (int)PollPace.Shortest.TotalSeconds,
            },
            OAuthJson.Default.DeviceAuthorizationResponse
        );
    }
}
