using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Authentication;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Hosting;

namespace Gatehouse.DemoCloud.Notes;

/// <summary>The door of the Notes app: its routes exist for some API versions only, and it wants Basic or <c>OCS-APIRequest</c>.</summary>
internal static class AppGuard
{
    public static RequestDelegate For(
        DemoCloudFaults faults,
        Func<HttpContext, Home, Task> route,
        bool tellsVersions = true
    ) =>
        context =>
        {
            if (faults.IsAppDisabled("notes"))
            {
                _ = context.Response.Headers.Remove("X-User-Id");
                return context.Response.EmptyAsync(StatusCodes.Status404NotFound);
            }

            var caller = context.Caller();
            if (caller.Refusal is not (RefusalReason.None or RefusalReason.NoCredential or RefusalReason.UnknownBearer))
            {
                return RefuseAsync(context, caller.Refusal);
            }

            // Cross-origin rules of app APIs: without OCS-APIRequest only Basic is believed, not even a good bearer token.
            var fromClient = context.Request.Headers["OCS-APIRequest"] == "true";
            if (!fromClient && caller is not { Person: not null, Shown: CredentialKind.Basic })
            {
                return MessageAsync(context, 401, "CORS requires basic auth");
            }

            if (caller.Person is null)
            {
                return MessageAsync(context, 401, "Current user is not logged in");
            }

            var version = context.Request.RouteValues["version"] as string;
            var known = version is null or "v1" or "v0.2";
            if (!known)
            {
                context.Response.Headers["X-Notes-API-Versions"] = "0.2, 1.3, 1.4";
                return context.Response.JsonAsync(400, new JsonArray());
            }

            if (tellsVersions)
            {
                context.Response.Headers["X-Notes-API-Versions"] = "0.2, 1.3, 1.4";
            }

            return route(context, caller.Person.Home);
        };

    private static Task RefuseAsync(HttpContext context, RefusalReason reason) =>
        reason == RefusalReason.TooManyAttempts
            ? MessageAsync(context, 429, "Reached maximum delay")
            : MessageAsync(context, 401, "");

    private static Task MessageAsync(HttpContext context, int status, string message) =>
        context.Response.JsonAsync(status, new JsonObject { ["message"] = message });
}
