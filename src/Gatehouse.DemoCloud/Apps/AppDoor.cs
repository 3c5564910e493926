using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Authentication;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Apps;

/// <summary>The door of an app's routes below <c>/apps</c>: nothing is there when it is switched off, and it wants Basic or <c>OCS-APIRequest</c>.</summary>
internal sealed class AppDoor(DemoCloudFaults faults, string app)
{
    public RequestDelegate For(Func<HttpContext, Person, Task> route) =>
        context =>
        {
            if (faults.IsAppDisabled(app))
            {
                _ = context.Response.Headers.Remove("X-User-Id");
                return context.Response.EmptyAsync(StatusCodes.Status404NotFound);
            }

            var caller = context.Caller();
            if (caller.Refusal is not (RefusalReason.None or RefusalReason.NoCredential or RefusalReason.UnknownBearer))
            {
                return caller.Refusal == RefusalReason.TooManyAttempts
                    ? MessageAsync(context, StatusCodes.Status429TooManyRequests, "Reached maximum delay")
                    : MessageAsync(context, StatusCodes.Status401Unauthorized, "");
            }

            // Cross-origin rules of app APIs: without OCS-APIRequest only Basic is believed, not even a good bearer token.
            var fromClient = context.Request.Headers["OCS-APIRequest"] == "true";
            if (!fromClient && caller is not { Person: not null, Shown: CredentialKind.Basic })
            {
                return MessageAsync(context, StatusCodes.Status401Unauthorized, "CORS requires basic auth");
            }

            return caller.Person is { } person
                ? route(context, person)
                : MessageAsync(context, StatusCodes.Status401Unauthorized, "Current user is not logged in");
        };

    private static Task MessageAsync(HttpContext context, int status, string message) =>
        context.Response.JsonAsync(status, new JsonObject { ["message"] = message });
}
