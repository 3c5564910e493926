using Gatehouse.AspNetCore.Hosting;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Discovery;

namespace Gatehouse.AspNetCore.Discovery;

/// <summary>RFC 8414 §3 and OpenID Connect Discovery §4, at the root only: a copy below the resource's path breaks strict clients.</summary>
internal sealed class AuthorizationServerEndpoint(Deployment deployment) : IEndpoint
{
    private readonly AuthorizationServerMetadata metadata = AuthorizationServerMetadata.Of(
        deployment.Issuer,
        deployment.Scopes,
        deployment.Options.DynamicRegistration
    );

    public Task<IResult> HandleAsync(HttpContext context) =>
        Task.FromResult(OAuthResults.Json(metadata, OAuthJson.Default.AuthorizationServerMetadata));
}
