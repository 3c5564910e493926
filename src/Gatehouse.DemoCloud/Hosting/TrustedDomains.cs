using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Pages;

namespace Gatehouse.DemoCloud.Hosting;

/// <summary>Only requests for loopback names or the announced address are answered, as <c>trusted_domains</c> has it.</summary>
internal sealed class TrustedDomains(DemoCloudOptions options, Announcement announcement)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var host = context.Request.Host.Host;
        var announced = Uri.TryCreate(options.AnnouncedUrl ?? announcement.Url, UriKind.Absolute, out var url)
            ? url.Host
            : "";
        if (
            host is "127.0.0.1" or "localhost" or "[::1]"
            || string.Equals(host, announced, StringComparison.OrdinalIgnoreCase)
        )
        {
            return next(context);
        }

        return ApiFamilies.Of(context.Request.Path) == ApiFamily.Status
            ? context.Response.TextAsync(400, "application/json", """{"error": "Trusted domain error.", "code": 15}""")
            : context.MessageAsync(
                400,
                "Access through untrusted domain",
                "Please contact your administrator. If you are an administrator, edit the \"trusted_domains\" setting in config/config.php like the example in config.sample.php."
            );
    }
}
