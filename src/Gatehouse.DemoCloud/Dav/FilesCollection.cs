using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>The homes with their files. Somebody else's shows nothing; the old <c>/remote.php/webdav</c> is the caller's own.</summary>
internal sealed class FilesCollection(PersonDirectory people, Instance instance, DemoCloudFaults faults, DemoApps apps)
    : IDavCollection
{
    public string Segment => "files";

    public string Features => DavFeatures.Common;

    public Task<DavError?> HandleAsync(DavCall call, CancellationToken cancellationToken) =>
        DavPlace.Of(call.Context.Request.PathBase, call.Context.Request.Path.Value!, call.Me) is not { } place
            ? Task.FromResult<DavError?>(DavError.NotFound("File not found: files in 'root'"))
        : place.Kind == DavPlaceKind.OwnHome
            ? InHomeAsync(new DavRequest(call.Context, call.Me, place, instance, faults, apps), call.Method)
        : ForeignAsync(new DavRequest(call.Context, call.Me, place, instance, faults, apps), call.Method);

    private static Task<DavError?> InHomeAsync(DavRequest request, string method) =>
        method switch
        {
            "GET" or "HEAD" or "PUT" or "MKCOL" or "DELETE" or "PROPPATCH" when SharedPlace.Of(request) is { } shared =>
                SharedPlace.HandleAsync(request, shared, method, InHomeAsync),
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
            _ => DavAnswers.NotImplementedAsync(method),
        };

    private Task<DavError?> ForeignAsync(DavRequest request, string method) =>
        method == "PROPFIND"
            ? DavPropFind.OutsideAsync(request, people)
            : Task.FromResult<DavError?>(
                DavError.NotFound($"File not found: {request.Place.Path.Value.Split('/')[0]} in '{request.Place.User}'")
            );
}
