using Gatehouse.DemoCloud.Authentication;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.LoginFlow;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.Pages;
using Gatehouse.DemoCloud.Search;
using Gatehouse.DemoCloud.Sharing;
using Gatehouse.DemoCloud.Status;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Hosting;

/// <summary>The way of a request: written down, spoilt by a fault, checked, recognised, answered.</summary>
internal static class DemoCloudPipeline
{
    public static void Build(WebApplication app, DemoCloudOptions options, DemoCloudState state)
    {
        Use(app, new RequestLogging(state.Requests, options.BasePath).InvokeAsync);
        Use(app, new Faulting(state.Faults).InvokeAsync);
        Use(app, new TrustedDomains(options, state.Announcement).InvokeAsync);
        Use(app, new MaintenanceMode(state.Faults).InvokeAsync);
        Use(app, new PublicLinks(state).InvokeAsync);
        Use(app, new Recognising(state.Authenticator, state.Sessions).InvokeAsync);
        Use(app, state.Apps.Activity.InvokeAsync);
        Use(app, state.Apps.DavNews.InvokeAsync);
        _ = app.UseRouting();
        Use(app, Unrouted.InvokeAsync);
        Map(app, state);
    }

    private static void Use(WebApplication app, Func<HttpContext, RequestDelegate, Task> step) => app.Use(step);

    private static void Map(IEndpointRouteBuilder routes, DemoCloudState state)
    {
        new StatusEndpoints(state.Faults).Map(routes);
        new LoginPages(state.Authenticator, state.Sessions, state.People).Map(routes);
        DevicePages.Map(routes);
        new LoginFlowApi(state.Flows, state.Announcement).Map(routes);
        new LoginFlowPages(state.Flows, state.People).Map(routes);
        new OcsEndpoints(state.People, state.Attempts, state.Apps, state.Announcement).Map(routes);
        new AutocompleteEndpoint(state.People).Map(routes);
        OfferEndpoints.Map(routes);
        AppPasswordEndpoints.Map(routes);
        new DavEndpoint(state.People, state.Instance, state.Faults, state.Apps).Map(routes);
        StyleSheet.Map(routes);
        state.Apps.Map(routes);
        new SearchEndpoints(state.Apps, state.Announcement).Map(routes);
    }
}
