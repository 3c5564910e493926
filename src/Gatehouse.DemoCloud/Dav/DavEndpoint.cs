using Gatehouse.DemoCloud.Authentication;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>All of <c>/remote.php</c>: who asks, what is named, which method.</summary>
internal sealed class DavEndpoint(PersonDirectory people, Instance instance, DemoCloudFaults faults)
{
    public const string Methods = "OPTIONS, GET, HEAD, DELETE, PROPFIND, PUT, PROPPATCH, COPY, MOVE, REPORT";

    private const string Features =
        "1, 3, extended-mkcol, access-control, calendarserver-principal-property-search, nc-paginate, nextcloud-checksum-update, nc-calendar-search, nc-enable-birthday-calendar";

    public void Map(IEndpointRouteBuilder routes) => _ = routes.Map("/remote.php/{**rest}", HandleAsync);

    public static void TellFeatures(HttpContext context, DavPlace place) =>
        context.Response.Headers["DAV"] = place.Root.EndsWith("/webdav", StringComparison.Ordinal)
            ? "1, 3, extended-mkcol, nextcloud-checksum-update"
            : Features;

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

        var path = context.Request.Path.Value!;
        if (DavPlace.Of(context.Request.PathBase, path, me) is not { } place)
        {
            return Task.FromResult<DavError?>(DavError.NotFound($"File not found: {path.Split('/')[^1]} in 'root'"));
        }

        var method = context.Request.Method;
        if (method == "OPTIONS")
        {
            return OptionsAsync(context, place);
        }

        var request = new DavRequest(context, me, place, instance, faults);
        return place.Kind switch
        {
            DavPlaceKind.OwnHome => InHomeAsync(request, method),
            _ when method == "PROPFIND" => DavPropFind.OutsideAsync(request, people),
            _ when method == "SEARCH" && place.Kind == DavPlaceKind.Root => DavSearch.HandleAsync(request),
            DavPlaceKind.ForeignHome => Task.FromResult<DavError?>(
                DavError.NotFound($"File not found: {place.Path.Value.Split('/')[0]} in '{place.User}'")
            ),
            _ => NotImplementedAsync(method),
        };
    }

    private static Task<DavError?> InHomeAsync(DavRequest request, string method) =>
        method switch
        {
            "PROPFIND" => DavPropFind.HandleAsync(request),
            "PROPPATCH" => DavPropPatch.HandleAsync(request),
            "GET" or "HEAD" => DavDownload.HandleAsync(request),
            "PUT" => DavUpload.HandleAsync(request),
            "MKCOL" => DavFolders.CreateAsync(request),
            "DELETE" => DavFolders.DeleteAsync(request),
            "MOVE" => DavTransfer.HandleAsync(request, move: true),
            "COPY" => DavTransfer.HandleAsync(request, move: false),
            "REPORT" => DavReport.HandleAsync(request),
            "SEARCH" => DavSearch.HandleAsync(request),
            // The real one's checksum plugin stumbles over PATCH.
            "PATCH" => Task.FromResult<DavError?>(
                new DavError(500, "ValueError", "hash_file(): Argument #1 ($algo) must be a valid hashing algorithm")
            ),
            _ => NotImplementedAsync(method),
        };

    private static Task<DavError?> NotImplementedAsync(string method) =>
        Task.FromResult<DavError?>(
            DavError.Of(
                501,
                "NotImplemented",
                $"There was no plugin in the system that was willing to handle this {method} method."
            )
        );

    private static async Task<DavError?> OptionsAsync(HttpContext context, DavPlace place)
    {
        TellFeatures(context, place);
        var headers = context.Response.Headers;
        headers.Allow = Methods;
        headers["MS-Author-Via"] = "DAV";
        headers.AcceptRanges = "bytes";
        await Errors.Answers.EmptyAsync(context.Response, StatusCodes.Status200OK);
        return null;
    }
}
