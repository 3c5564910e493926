using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.Pages;

namespace Gatehouse.DemoCloud.Errors;

/// <summary>Takes <c>/index.php</c> off the path, and in maintenance answers all but status.php with 503.</summary>
internal sealed class MaintenanceMode(DemoCloudFaults faults)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/index.php", StringComparison.Ordinal, out var path))
        {
            context.Request.Path = path.HasValue ? path : "/";
        }

        var family = ApiFamilies.Of(context.Request.Path);
        var isSpared = family == ApiFamily.Status || context.Request.Path == StyleSheet.Path;
        return faults.Maintenance && !isSpared ? AnswerAsync(context, family) : next(context);
    }

    public static Task AnswerAsync(HttpContext context, ApiFamily family)
    {
        var headers = context.Response.Headers;
        if (family == ApiFamily.Dav)
        {
            return DavError.Maintenance.WriteAsync(context.Response);
        }

        headers["X-Nextcloud-Maintenance-Mode"] = "1";
        if (family == ApiFamily.Ocs)
        {
            return context.OcsAsync(503, 503, "Service unavailable");
        }

        headers.RetryAfter = "120";
        return context.PageAsync(
            StatusCodes.Status503ServiceUnavailable,
            Message.Create(
                new MessageModel(
                    context.Frame() with
                    {
                        RefreshSeconds = 10,
                    },
                    "Maintenance mode",
                    [
                        "This Nextcloud instance is currently in maintenance mode, which may take a while. This page will refresh itself when the instance is available again.",
                        "Contact your system administrator if this message persists or appeared unexpectedly.",
                    ]
                )
            )
        );
    }
}
