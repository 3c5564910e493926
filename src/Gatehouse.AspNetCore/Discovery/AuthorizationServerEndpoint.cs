using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Registration.Documents;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Discovery;

namespace Gatehouse.AspNetCore.Discovery;

/// <summary>RFC 8414 §3 and OpenID Connect Discovery §4, at the root only: a copy below the resource's path breaks strict clients.</summary>
internal sealed class AuthorizationServerEndpoint(Deployment deployment, ClientDocuments documents) : IEndpoint
{
    private readonly AuthorizationServerMetadata metadata = AuthorizationServerMetadata.Of(
        deployment.Issuer,
        deployment.Scopes,
        deployment.Options.DynamicRegistration,
        deployment.Options.DeviceAuthorization
    );

    public Task<IResult> HandleAsync(HttpContext context) =>
        Task.FromResult(
            OAuthResults.Json(
                documents.IsOpen ? metadata.WithDocuments() : metadata,
                OAuthJson.Default.AuthorizationServerMetadata
            )
        );
}
