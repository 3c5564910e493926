using Gatehouse.AspNetCore.Hosting;
using Gatehouse.OAuth;
using Microsoft.AspNetCore.Routing.Matching;

namespace Gatehouse.AspNetCore.Protection;

/// <summary>
/// Refuses requests that routing leads to an MCP endpoint past the protection, because <c>UsePathBase</c>, <c>Map</c> or a rewrite changed the
/// path behind it. Nothing of that can be seen at the start.
/// </summary>
internal sealed class UnprotectedMcpPolicy(Deployment deployment, ILogger<UnprotectedMcpPolicy> log)
    : MatcherPolicy,
        IEndpointSelectorPolicy
{
    private static readonly OAuthError Refusal = new(
        OAuthErrorCodes.AccessDenied,
        "This address of the MCP endpoint is not protected, so it is closed. The operator finds the reason in the log."
    );

    private static readonly Endpoint Closed = new(
        context => OAuthResults.Error(Refusal, StatusCodes.Status500InternalServerError).ExecuteAsync(context),
        EndpointMetadataCollection.Empty,
        "MCP endpoint past the protection"
    );

    /// <summary>After the policies of the framework, which choose by method and host.</summary>
    public override int Order => int.MaxValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(McpEndpoints.Contains);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        if (Access.Of(httpContext.User) is null && !HttpMethods.IsOptions(httpContext.Request.Method))
        {
            log.McpUnprotected(
                httpContext.Request.PathBase.ToString(),
                httpContext.Request.Path.ToString(),
                deployment.Resource.Path
            );
            httpContext.SetEndpoint(Closed);
        }

        return Task.CompletedTask;
    }
}
