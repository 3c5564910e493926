using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace Gatehouse.DemoCloud.Authentication;

/// <summary>The caller of a request, and what a browser without one is told.</summary>
internal static class CallerContext
{
    public static Caller Caller(this HttpContext context) => context.Features.GetRequiredFeature<Caller>();

    /// <summary>Scheme, host and base path as the browser sees them.</summary>
    public static string Origin(this HttpContext context) =>
        $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";

    /// <summary>303 to a path of this cloud (base path included), as an absolute URL.</summary>
    public static Task RedirectAsync(this HttpContext context, string pathAndQuery)
    {
        context.Response.Headers.Location = $"{context.Request.Scheme}://{context.Request.Host}{pathAndQuery}";
        return context.Response.EmptyAsync(StatusCodes.Status303SeeOther);
    }

    /// <summary>A page for signed-in people only: browsers go to the login page, whoever does not ask for HTML gets JSON.</summary>
    public static Task AskToLogInAsync(this HttpContext context)
    {
        var request = context.Request;
        if (!request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return context.Response.JsonAsync(
                StatusCodes.Status401Unauthorized,
                new JsonObject { ["message"] = "Current user is not logged in" }
            );
        }

        var back = Uri.EscapeDataString(request.PathBase + request.Path + request.QueryString)
            .Replace("%2F", "/", StringComparison.Ordinal)
            .Replace("%3F", "?", StringComparison.Ordinal);
        context.Response.Headers.Location = $"{request.PathBase}/login?redirect_url={back}";
        return context.Response.EmptyAsync(StatusCodes.Status303SeeOther);
    }

    public static void SetSessionCookies(this HttpContext context, string name, Session session)
    {
        SetCookie(context, name, session.Id, "HttpOnly; SameSite=Lax");
        if (session.Person is { } person)
        {
            SetCookie(context, "nc_username", person.Id, "HttpOnly; SameSite=Lax");
            SetCookie(context, "nc_token", session.Id[..16], "HttpOnly; SameSite=Lax");
            SetCookie(context, "nc_session_id", session.Id, "HttpOnly; SameSite=Lax");
        }
    }

    /// <summary>What the real one hands to every client that comes without cookies.</summary>
    public static void SetFirstCookies(this HttpContext context)
    {
        const string forever = "httponly;expires=Fri, 31-Dec-2100 23:59:59 GMT; SameSite=";
        SetCookie(context, "oc_sessionPassphrase", "demo", "HttpOnly; SameSite=Lax");
        SetCookie(context, "nc_sameSiteCookielax", "true", forever + "lax");
        SetCookie(context, "nc_sameSiteCookiestrict", "true", forever + "strict");
    }

    /// <summary>Never <c>Secure</c>: the cloud is reached over http on loopback only.</summary>
    private static void SetCookie(HttpContext context, string name, string value, string attributes)
    {
        var path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/";
        context.Response.Headers.Append("Set-Cookie", $"{name}={value}; path={path}; {attributes}");
    }
}
