using System.Collections.Frozen;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Protection;

/// <summary>MCP transports, "DNS rebinding": a web page of another origin may not call the endpoint unless the operator allows it.</summary>
internal sealed class OriginRule(Deployment deployment)
{
    /// <summary>Our own origin and the configured ones.</summary>
    public IReadOnlySet<string> Allowed { get; } =
        deployment
            .Options.AllowedOrigins.Select(origin => Issuer.Parse(origin).Value.Value)
            .Append(deployment.Issuer.Value)
            .ToFrozenSet(StringComparer.Ordinal);

    public IResult? Refuses(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin && !Allowed.Contains(origin)
            ? OAuthResults.Error(
                new OAuthError(
                    OAuthErrorCodes.AccessDenied,
                    "Web pages of this origin may not call the endpoint. The operator can add it to AllowedOrigins."
                ),
                StatusCodes.Status403Forbidden
            )
            : null;
}
