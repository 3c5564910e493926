using System.Diagnostics.CodeAnalysis;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.OAuth.Discovery;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Gatehouse.AspNetCore.Protection;

/// <summary>
/// Lets clients that run in a web page read our answers. What takes no cookie and gives nothing to a page that it could not fetch by itself
/// is open to every page; the resource to the configured origins; the pages for people to nobody.
/// </summary>
[SuppressMessage(
    "Security",
    "S5122:Having a permissive Cross-Origin Resource Sharing policy is security-sensitive",
    Justification = "What is open to every page takes no cookie: a page learns no more than anybody who asks."
)]
internal sealed class CorsRule(Deployment deployment, OriginRule origins, ICorsService cors)
{
    // A page sees only the simplest headers unless others are named: the challenge, the session, and how long to wait.
    private static readonly string[] Exposed = ["WWW-Authenticate", "Mcp-Session-Id", "Retry-After"];

    // Browsers keep an answer to a preflight no longer than this.
    private static readonly TimeSpan PreflightAge = TimeSpan.FromHours(2);

    private readonly HashSet<string> open = new(StringComparer.OrdinalIgnoreCase)
    {
        EndpointPaths.ProtectedResource,
        EndpointPaths.ProtectedResource + deployment.Resource.Path,
        EndpointPaths.AuthorizationServer,
        EndpointPaths.OpenIdConfiguration,
        EndpointPaths.Jwks,
        EndpointPaths.Register,
        EndpointPaths.Token,
        EndpointPaths.Revoke,
        EndpointPaths.DeviceAuthorization,
    };

    private readonly CorsPolicy everybody = Common().AllowAnyOrigin().WithMethods("GET", "POST").Build();

    private readonly CorsPolicy allowed = Common()
        .WithOrigins([.. origins.Allowed])
        .WithMethods("GET", "POST", "DELETE")
        .Build();

    /// <summary>For an address of the authorization server: true when the request was a preflight and is answered.</summary>
    public bool Answers(HttpContext context) =>
        open.Contains(context.Request.Path.Value?.TrimEnd('/') ?? "") && Answers(context, everybody);

    /// <summary>For the resource: true when the request was a preflight and is answered.</summary>
    public bool AnswersForResource(HttpContext context) => Answers(context, allowed);

    private bool Answers(HttpContext context, CorsPolicy policy)
    {
        if (context.Request.Headers.Origin.Count == 0)
        {
            return false;
        }

        var result = cors.EvaluatePolicy(context, policy);
        cors.ApplyResult(result, context.Response);
        if (result.IsPreflightRequest)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }

        return result.IsPreflightRequest;
    }

    private static CorsPolicyBuilder Common() =>
        new CorsPolicyBuilder().AllowAnyHeader().WithExposedHeaders(Exposed).SetPreflightMaxAge(PreflightAge);
}
