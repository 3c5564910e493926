using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Authentication;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Ocs;

/// <summary>Lets signed-in callers with <c>OCS-APIRequest</c> through to a route; everybody else hears why not.</summary>
internal static class OcsGuard
{
    /// <summary>What stands where no route is.</summary>
    public static RequestDelegate Unknown { get; } = For((context, _) => UnknownAsync(context));

    public static RequestDelegate For(Func<HttpContext, Person, Task> route) =>
        context =>
            context.Caller().Person is not { } person ? RefuseAsync(context)
            : IsFromClient(context) ? route(context, person)
            : context.Response.JsonAsync(
                StatusCodes.Status412PreconditionFailed,
                new JsonObject { ["message"] = "CSRF check failed" }
            );

    /// <summary>The same for a route of an app; switched off, it is a route nobody knows.</summary>
    public static RequestDelegate ForApp(DemoCloudFaults faults, string app, Func<HttpContext, Person, Task> route) =>
        For((context, me) => faults.IsAppDisabled(app) ? UnknownAsync(context) : route(context, me));

    /// <summary>OCS does not tell an unknown bearer token from no credential at all.</summary>
    public static RefusalReason Refusal(RefusalReason reason) =>
        reason == RefusalReason.UnknownBearer ? RefusalReason.NoCredential : reason;

    public static Task RefuseAsync(HttpContext context)
    {
        switch (Refusal(context.Caller().Refusal))
        {
            case RefusalReason.TooManyAttempts:
                return context.OcsAsync(429, 429, "Reached maximum delay");
            case RefusalReason.WrongPassword:
            case RefusalReason.Disabled:
                context.Response.Headers.WWWAuthenticate = "Basic realm=\"Authorisation Required\"";
                return context.OcsAsync(401, OcsAnswer.NotLoggedIn, "Unauthorised");
            default:
                return context.OcsAsync(401, OcsAnswer.NotLoggedIn, "Current user is not logged in");
        }
    }

    /// <summary>A bearer token is as good as the header on OCS: no browser sends one by itself.</summary>
    private static bool IsFromClient(HttpContext context) =>
        context.Request.Headers["OCS-APIRequest"] == "true"
        || context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal);

    private static Task UnknownAsync(HttpContext context)
    {
        const string message =
            "Invalid query, please check the syntax. API specifications are here: http://www.freedesktop.org/wiki/Specifications/open-collaboration-services.\n";
        var v1 = context.Request.Path.StartsWithSegments("/ocs/v1.php", StringComparison.Ordinal);
        return context.OcsAsync(v1 ? 200 : 404, OcsAnswer.NotFound, message);
    }
}
