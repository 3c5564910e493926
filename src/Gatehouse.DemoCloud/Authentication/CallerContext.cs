using Microsoft.AspNetCore.Http.Features;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Errors;

namespace Gatehouse.DemoCloud.Authentication;

/// <summary>The caller of a request, and what a browser without one is told.</summary>
internal static class CallerContext
{
    private static readonly DateTimeOffset FarAway = new(2100, 12, 31, 23, 59, 59, TimeSpan.Zero);

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
        var path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/";
        var cookies = context.Response.Cookies;
        cookies.Append(name, session.Id, new CookieOptions { Path = path, HttpOnly = true, SameSite = SameSiteMode.Lax });
        if (session.Person is { } person)
        {
            var signedIn = new CookieOptions { Path = path, HttpOnly = true, SameSite = SameSiteMode.Lax };
            cookies.Append("nc_username", person.Id, signedIn);
            cookies.Append("nc_token", session.Id[..16], signedIn);
            cookies.Append("nc_session_id", session.Id, signedIn);
        }
    }

    /// <summary>What the real one hands to every client that comes without cookies.</summary>
    public static void SetFirstCookies(this HttpContext context)
    {
        var path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/";
        var cookies = context.Response.Cookies;
        cookies.Append("oc_sessionPassphrase", "demo", new CookieOptions { Path = path, HttpOnly = true, SameSite = SameSiteMode.Lax });
        cookies.Append("nc_sameSiteCookielax", "true", new CookieOptions { Path = path, HttpOnly = true, Expires = FarAway, SameSite = SameSiteMode.Lax });
        cookies.Append("nc_sameSiteCookiestrict", "true", new CookieOptions { Path = path, HttpOnly = true, Expires = FarAway, SameSite = SameSiteMode.Strict });
    }
}
