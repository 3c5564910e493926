using Gatehouse.DemoCloud.Errors;

namespace Gatehouse.DemoCloud.Authentication;

/// <summary>Finds out who asks, hands out the cookies, and sets the headers that stand on every answer.</summary>
internal sealed class Recognising(Authenticator authenticator, Sessions sessions)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "SAMEORIGIN";
        headers["X-Permitted-Cross-Domain-Policies"] = "none";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        var family = ApiFamilies.Of(context.Request.Path);
        if (family == ApiFamily.Status)
        {
            return next(context);
        }

        headers.ContentSecurityPolicy =
            family == ApiFamily.Dav
                ? "default-src 'none';"
                : "default-src 'none';base-uri 'none';manifest-src 'self';frame-ancestors 'none'";
        var caller = authenticator.Authenticate(context.Request);
        context.Features.Set(caller);
        if (context.Request.Cookies[sessions.CookieName] != caller.Session.Id)
        {
            context.SetFirstCookies();
            context.SetSessionCookies(sessions.CookieName, caller.Session);
        }

        if (family != ApiFamily.Dav)
        {
            headers.CacheControl = "no-cache, no-store, must-revalidate";
            if (caller.Person is { } person)
            {
                headers["X-User-Id"] = person.Id;
            }
        }

        return next(context);
    }
}
