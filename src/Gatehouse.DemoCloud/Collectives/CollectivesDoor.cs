using System.Globalization;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Collectives;

/// <summary>The door of the app's OCS routes: nothing is there when it is switched off, and what is somebody else's is not there either.</summary>
internal sealed class CollectivesDoor(DemoCloudFaults faults, CollectiveLibrary library)
{
    public const string Root = "/ocs/{version}/apps/collectives/api/v1.0/collectives";

    public RequestDelegate For(Func<HttpContext, Person, Task> route) =>
        OcsGuard.For(
            (context, me) =>
                faults.IsAppDisabled("collectives")
                    ? context.OcsAsync(StatusCodes.Status404NotFound, OcsAnswer.NotFound, "Invalid query")
                    : route(context, me)
        );

    /// <summary>A route below a collective.</summary>
    public RequestDelegate Of(Func<HttpContext, Person, DemoCollective, Task> route) =>
        For(
            (context, me) =>
                library.State.Find(me.Id, Number(context, "collective")) is { } collective
                    ? route(context, me, collective)
                    : context.OcsAsync(404, 404, "Circle not found")
        );

    /// <summary>A route below a page.</summary>
    public RequestDelegate OfPage(Func<HttpContext, Person, DemoCollective, DemoPage, Task> route) =>
        Of(
            (context, me, collective) =>
                library.State.FindPage(collective.Id, Number(context, "page")) is { } page
                    ? route(context, me, collective, page)
                    : context.OcsAsync(404, 404, $"File not found: {context.Request.RouteValues["page"]}")
        );

    public static long Number(HttpContext context, string name) =>
        long.Parse((string)context.Request.RouteValues[name]!, CultureInfo.InvariantCulture);
}
