using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Authentication;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Hosting;

namespace Gatehouse.DemoCloud.Status;

/// <summary>status.php and the addresses that only point elsewhere.</summary>
internal sealed class StatusEndpoints(DemoCloudFaults faults)
{
    private const string Moved =
        "<html>\r\n<head><title>301 Moved Permanently</title></head>\r\n<body>\r\n<center><h1>301 Moved Permanently</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n";

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/status.php", StatusAsync);
        _ = routes.MapGet("/", RootAsync);
        _ = routes.MapGet("/.well-known/{**rest}", WellKnownAsync);
    }

    private Task StatusAsync(HttpContext context)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        var status = new JsonObject
        {
            ["installed"] = true,
            ["maintenance"] = faults.Maintenance,
            ["needsDbUpgrade"] = false,
            ["version"] = "32.0.1.2",
            ["versionstring"] = "32.0.1",
            ["edition"] = "",
            ["productname"] = "Nextcloud",
            ["extendedSupport"] = false,
        };
        return context.Response.TextAsync(StatusCodes.Status200OK, "application/json", PhpJson.Write(status));
    }

    private static Task RootAsync(HttpContext context)
    {
        context.Response.Headers.Location = context.Origin() + "/login";
        return context.Response.EmptyAsync(StatusCodes.Status302Found);
    }

    private static Task WellKnownAsync(HttpContext context)
    {
        var path = context.Request.Path;
        context.Response.Headers.Location =
            context.Origin()
            + (
                path.Value is "/.well-known/caldav" or "/.well-known/carddav"
                    ? "/remote.php/dav/"
                    : $"/index.php{path}{context.Request.QueryString}"
            );
        return context.Response.TextAsync(StatusCodes.Status301MovedPermanently, "text/html", Moved);
    }
}
