using Gatehouse.AspNetCore.Device;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Device;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>RFC 6749 §3.2: codes and refresh tokens against access tokens. It never asks anybody upstream.</summary>
internal sealed class TokenEndpoint(
    Deployment deployment,
    ClientAuthenticator authenticator,
    CodeGrant codeGrant,
    RefreshGrant refreshGrant,
    DeviceGrant deviceGrant,
    ILogger<TokenEndpoint> log
) : IEndpoint
{
    private readonly ResourceRule resource = new(deployment.Resource);

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!(await ParameterReader.FormAsync(context.Request)).Succeeded(out var form, out var error))
        {
            return Refuse(error);
        }

        if (form.Repeated is { } repeated)
        {
            return Refuse(repeated);
        }

        var mayBeNew = form["grant_type"] == DeviceCode.GrantType;
        if (
            !(await authenticator.AuthenticateAsync(context.Request, form, mayBeNew)).Succeeded(
                out var client,
                out error
            )
        )
        {
            return Refuse(error);
        }

        if (resource.Refuses(form) is { } foreign)
        {
            return Refuse(foreign);
        }

        return (await GrantAsync(form, client, context.RequestAborted)).Succeeded(out var tokens, out error)
            ? OAuthResults.Json(tokens, OAuthJson.Default.TokenResponse)
            : Refuse(error);
    }

    private Task<Result<TokenResponse>> GrantAsync(
        RequestParameters form,
        Client client,
        CancellationToken cancellationToken
    ) =>
        form["grant_type"] switch
        {
            "authorization_code" => codeGrant.RedeemAsync(form, client, cancellationToken),
            "refresh_token" => refreshGrant.RotateAsync(form, client, cancellationToken),
            DeviceCode.GrantType when deployment.Options.DeviceAuthorization => deviceGrant.PollAsync(
                form,
                client,
                cancellationToken
            ),
            _ => Task.FromResult<Result<TokenResponse>>(
                new OAuthError(
                    OAuthErrorCodes.UnsupportedGrantType,
                    "grant_type must be one the metadata lists under grant_types_supported."
                )
            ),
        };

    private IResult Refuse(OAuthError error)
    {
        log.TokenRefused(error.Code, error.Description);
        return OAuthResults.Error(error);
    }
}
