using System.Text.Encodings.Web;
using Gatehouse.AspNetCore.Hosting;

namespace Gatehouse.AspNetCore.Protection;

/// <summary>
/// RFC 9110 §15.5.20: a request for another host gets 421 and the right address. The Host header decides nothing here; it is only
/// compared, against DNS rebinding and cache poisoning. Health checks come by any name.
/// </summary>
internal sealed class HostRule(Deployment deployment)
{
    public const string HealthPath = "/health";

    private readonly string authority = deployment.Issuer.Authority;

    // RFC 9110 §4.2.3: the scheme's own port may be written or left out.
    private readonly string withPort = deployment.Issuer.Authority + (deployment.Issuer.IsHttp ? ":80" : ":443");

    public IResult? Refuses(HttpRequest request) =>
        string.Equals(request.Headers.Host, authority, StringComparison.OrdinalIgnoreCase)
        || string.Equals(request.Headers.Host, withPort, StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments(HealthPath, StringComparison.OrdinalIgnoreCase)
            ? null
            : Misdirected(request);

    private IResult Misdirected(HttpRequest request)
    {
        var right = deployment.Issuer.Value;
        return request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? Results.Text(
                $"<!doctype html><meta charset=utf-8><title>Wrong address</title><p>This server is <a href=\"{HtmlEncoder.Default.Encode(right)}\">{HtmlEncoder.Default.Encode(right)}</a>.",
                "text/html",
                statusCode: StatusCodes.Status421MisdirectedRequest
            )
            : Results.Text(
                $"This server is {right}; the MCP endpoint is {deployment.Resource}. Use that address, or correct PublicUrl.\n",
                "text/plain",
                statusCode: StatusCodes.Status421MisdirectedRequest
            );
    }
}
