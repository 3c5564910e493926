using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.Pages;

namespace Gatehouse.DemoCloud.Errors;

/// <summary>Writes a fault in the words of the API that was asked.</summary>
internal static class FaultAnswers
{
    public static Task WriteAsync(HttpContext context, DemoCloudFault fault)
    {
        foreach (var (name, value) in fault.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (fault.Body is not null)
        {
            return context.Response.TextAsync(fault.Status, fault.ContentType!, fault.Body);
        }

        _ = context.Request.Path.StartsWithSegments("/index.php", StringComparison.Ordinal, out var path);
        var family = ApiFamilies.Of(path.HasValue ? path : context.Request.Path);
        return fault == DemoCloudFault.Maintenance ? MaintenanceMode.AnswerAsync(context, family)
            : fault == DemoCloudFault.MethodNotAllowed ? context.Response.EmptyAsync(fault.Status)
            : family switch
            {
                ApiFamily.Ocs => OcsAsync(context, fault.Status),
                ApiFamily.Dav => DavErrorOf(fault.Status).WriteAsync(context.Response),
                ApiFamily.App or ApiFamily.Status => context.Response.JsonAsync(fault.Status, AppBody(fault.Status)),
                _ => context.MessageAsync(fault.Status, "Error", "The demo was asked to fail here."),
            };
    }

    private static Task OcsAsync(HttpContext context, int status)
    {
        if (status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"Authorisation Required\"";
        }

        return status switch
        {
            401 => context.OcsAsync(401, OcsAnswer.NotLoggedIn, "Unauthorised"),
            404 => context.OcsAsync(404, OcsAnswer.NotFound, ""),
            429 => context.OcsAsync(429, 429, "Reached maximum delay"),
            500 => context.OcsAsync(500, OcsAnswer.ServerError, "Internal Server Error\n"),
            _ => context.OcsAsync(status, status, ""),
        };
    }

    private static JsonObject AppBody(int status) =>
        status switch
        {
            401 => new JsonObject { ["message"] = "" },
            404 => new JsonObject { ["errorType"] = "OCA\\Notes\\Service\\NoteDoesNotExistException" },
            429 => new JsonObject { ["message"] = "Reached maximum delay" },
            507 => new JsonObject { ["errorType"] = "OCA\\Notes\\Service\\InsufficientStorageException" },
            _ => new JsonObject { ["message"] = "" },
        };

    private static DavError DavErrorOf(int status) =>
        status switch
        {
            401 => DavAuthentication.WrongPassword,
            403 => DavError.Forbidden("Permission denied"),
            404 => DavError.NotFound("File with name //planned could not be located"),
            409 => DavError.Conflict("Parent node does not exist"),
            412 => DavError.PreconditionFailed(
                "An If-Match header was specified, but none of the specified ETags matched.",
                "If-Match"
            ),
            423 => DavError.Locked("planned"),
            429 => DavError.TooManyRequests,
            507 => DavError.InsufficientStorage("/planned", 2097152, 1048576),
            _ => DavError.Of(status, "ServiceUnavailable", "The demo was asked to fail here."),
        };
}
