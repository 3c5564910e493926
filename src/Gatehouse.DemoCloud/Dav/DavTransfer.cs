using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>MOVE and COPY.</summary>
internal static class DavTransfer
{
    /// <summary>Something is at the target, and the client says not to overwrite.</summary>
    public static DavError Occupied { get; } =
        DavError.PreconditionFailed(
            "The destination node already exists, and the overwrite header is set to false",
            "Overwrite"
        );

    public static async Task<DavError?> HandleAsync(DavRequest request, bool move)
    {
        if (Destination(request) is not { } target)
        {
            return request.Headers["Destination"].Count == 0
                ? DavError.BadRequest("The destination header was not supplied")
                : DavError.Forbidden(
                    $"Requested uri ({request.Headers["Destination"]}) is out of base uri (/remote.php/dav/)"
                );
        }

        if (target.Kind != DavPlaceKind.OwnHome)
        {
            return DavError.Forbidden($"Permission denied to create file (filename {target.Path.Name})");
        }

        var shares = request.Apps.Shares;
        var (from, to) = (shares.Locate(request.Me, request.Path), shares.Locate(request.Me, target.Path));
        return from.Mount is null && to.Mount is null
            ? await InHomeAsync(request, target.Path, move)
            : await SharedTransfer.HandleAsync(request, from, to, target.Path, move);
    }

    /// <summary>From one place of a home to another.</summary>
    public static async Task<DavError?> InHomeAsync(DavRequest request, FilePath target, bool move)
    {
        var done = await request.Home.ChangeAsync(tree => Transfer(request, tree, target, move), request.Aborted);
        if (done.Node is { } node)
        {
            var headers = request.Context.Response.Headers;
            if (move)
            {
                headers["OC-ETag"] = $"\"{node.ETag}\"";
                headers.ETag = $"\"{node.ETag}\"";
            }

            headers["OC-FileId"] = request.OcFileId(node);
            await request.Context.Response.DoneAsync(done.Created);
        }

        return done.Error;
    }

    private static Changed<(DavError? Error, FileNode? Node, bool Created)> Transfer(
        DavRequest request,
        FileTree tree,
        FilePath target,
        bool move
    )
    {
        if (Refuse(request, tree, target, move) is { } refused)
        {
            return new(null, (refused, null, false));
        }

        var stamps = request.Home.Stamps;
        var after = move ? tree.Move(request.Path, target, stamps) : tree.Copy(request.Path, target, stamps);
        return new(after, (null, after.Find(target), tree.Find(target) is null));
    }

    private static DavError? Refuse(DavRequest request, FileTree tree, FilePath target, bool move)
    {
        var source = tree.Find(request.Path);
        return target == request.Path ? DavError.Forbidden("Source and destination uri are identical.")
            : target.IsUnder(request.Path)
                ? DavError.Conflict("The destination may not be part of the same subtree as the source path.")
            : tree.Find(target.Parent) is not { IsFolder: true }
                ? DavError.Conflict("The destination node is not found")
            : source is null ? request.NotFound()
            : tree.Find(target) is not null && request.Headers["Overwrite"] == "F" ? Occupied
            : Preconditions.Check(request.Headers, source) is { } unmet ? unmet
            : FileNames.Check(target.Name) is { } badName ? badName
            : request.Path.IsUnder(target) || target.IsRoot ? DavError.Forbidden("The destination holds the source")
            : request.IsLocked && move ? DavError.LockedForMove(request.Path.Value)
            : move ? null
            : OverQuota(request, tree, tree.SizeOf(source), target);
    }

    private static DavError? OverQuota(DavRequest request, FileTree tree, long size, FilePath target) =>
        request.Me.Account.QuotaBytes is { } quota && tree.Used + size > quota
            ? DavError.InsufficientStorage(target.ToString(), size, Math.Max(quota - tree.Used, 0))
            : null;

    /// <summary>A URL or a path; both must lie in this cloud.</summary>
    private static DavPlace? Destination(DavRequest request)
    {
        var http = request.Context.Request;
        var here = new Uri($"{http.Scheme}://{http.Host}/");
        return
            Uri.TryCreate(here, request.Headers["Destination"].ToString(), out var url)
            && request.Headers["Destination"].Count > 0
            && Uri.UnescapeDataString(url.AbsolutePath) is var path
            && path.StartsWith(http.PathBase, StringComparison.Ordinal)
            ? DavPlace.Of(http.PathBase, path[http.PathBase.Value!.Length..], request.Me)
            : null;
    }
}
