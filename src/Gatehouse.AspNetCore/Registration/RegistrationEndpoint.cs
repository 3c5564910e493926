using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.AspNetCore.Registration;

/// <summary>RFC 7591 §3: registers a client without writing anything, so that a flood of registrations costs nothing.</summary>
internal sealed class RegistrationEndpoint(Deployment deployment, KeyRing ring, ILogger<RegistrationEndpoint> log)
    : IEndpoint
{
    private readonly ClientRegistrationRules rules = new(deployment.Redirects);

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (await BoundedBody.ReadAsync(context.Request, ClientRegistrationRequest.MaximumLength) is not { } body)
        {
            return OAuthResults.Error(
                new OAuthError(OAuthErrorCodes.InvalidClientMetadata, "The registration is larger than 16 KB."),
                StatusCodes.Status413PayloadTooLarge
            );
        }

        var key = ring.Current(KeyPurpose.Mac);
        if (!rules.Register(body, new MacKey(key.Id, key.Bytes)).Succeeded(out var answer, out var error))
        {
            log.RegistrationRefused(error.Code, error.Description);
            return OAuthResults.Error(error);
        }

        log.ClientRegistered(answer.ClientName ?? "(no name)", TokenHash.Of(answer.ClientId));
        return OAuthResults.Json(answer, OAuthJson.Default.ClientRegistrationResponse, StatusCodes.Status201Created);
    }
}
