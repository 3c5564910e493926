using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Authentication;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Uploads;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>All of <c>/remote.php</c>: who asks, and which tree answers.</summary>
internal sealed class DavEndpoint
{
    private readonly PersonDirectory people;
    private readonly Instance instance;
    private readonly DemoCloudFaults faults;
    private readonly DemoApps apps;
    private readonly FilesCollection files;
    private readonly DavCollections byName;

    public DavEndpoint(PersonDirectory people, Instance instance, DemoCloudFaults faults, DemoApps apps)
    {
        (this.people, this.instance, this.faults, this.apps) = (people, instance, faults, apps);
        files = new FilesCollection(people, instance, faults, apps);
        byName = new DavCollections([files, new UploadsCollection(instance, faults, apps), .. apps.Collections]);
    }

    public void Map(IEndpointRouteBuilder routes) => _ = routes.Map("/remote.php/{**rest}", HandleAsync);

    private async Task HandleAsync(HttpContext context)
    {
        if (await AnswerAsync(context) is { } error)
        {
            await error.WriteAsync(context.Response);
        }
    }

    private Task<DavError?> AnswerAsync(HttpContext context)
    {
        var caller = context.Caller();
        if (caller.Person is not { } me)
        {
            return Task.FromResult<DavError?>(DavAuthentication.ErrorFor(context.Request, caller.Refusal));
        }

        var names = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var root = context.Request.PathBase + "/remote.php";
        return names switch
        {
            [_, "webdav", .. var path] => InTreeAsync(
                new DavCall(context, me, $"{root}/webdav", path),
                files,
                DavFeatures.Legacy
            ),
            [_, "dav"] => AtRootAsync(context, me),
            [_, "dav", var segment, .. var path] when byName.Find(segment) is { } collection => InTreeAsync(
                new DavCall(context, me, $"{root}/dav/{segment}", path),
                collection,
                collection.Features
            ),
            _ => Task.FromResult<DavError?>(Unknown(context, names)),
        };
    }

    private static async Task<DavError?> InTreeAsync(DavCall call, IDavCollection collection, string features)
    {
        if (call.Method != HttpMethods.Options)
        {
            return await collection.HandleAsync(call, call.Context.RequestAborted);
        }

        await call.Response.OptionsAsync(features);
        return null;
    }

    private async Task<DavError?> AtRootAsync(HttpContext context, Person me)
    {
        var place = DavPlace.Of(context.Request.PathBase, context.Request.Path.Value!, me)!;
        var request = new DavRequest(context, me, place, instance, faults, apps);
        switch (context.Request.Method)
        {
            case "OPTIONS":
                await context.Response.OptionsAsync(DavFeatures.Common);
                return null;
            case "PROPFIND":
                return await DavPropFind.OutsideAsync(request, people);
            case "SEARCH":
                return await DavSearch.HandleAsync(request);
            default:
                return await DavAnswers.NotImplementedAsync(context.Request.Method);
        }
    }

    private static DavError Unknown(HttpContext context, string[] names)
    {
        if (context.Request.Method == "PROPFIND")
        {
            context.Response.Headers["DAV"] = DavFeatures.Common;
            context.Response.Headers.Vary = "Brief,Prefer";
        }

        return DavError.NotFound($"File not found: {names.ElementAtOrDefault(2) ?? names[^1]} in 'root'");
    }
}
