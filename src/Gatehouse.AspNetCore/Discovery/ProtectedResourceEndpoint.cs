using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Discovery;

namespace Gatehouse.AspNetCore.Discovery;

/// <summary>RFC 9728 §3: at the path form and at the root, the same document; old clients know only the root.</summary>
internal sealed class ProtectedResourceEndpoint(Deployment deployment, IAccessTokens tokens) : IEndpoint
{
    private readonly ProtectedResourceMetadata metadata = ProtectedResourceMetadata.Of(
        deployment.Resource,
        deployment.Scopes,
        deployment.Options.Name
    ) with
    {
        AuthorizationServers = [tokens.AuthorizationServer],
    };

    public Task<IResult> HandleAsync(HttpContext context) =>
        Task.FromResult(OAuthResults.Json(metadata, OAuthJson.Default.ProtectedResourceMetadata));
}
