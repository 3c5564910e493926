using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Sharing;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>MOVE and COPY where one of both places is shared by another.</summary>
internal static class SharedTransfer
{
    public static async Task<DavError?> HandleAsync(
        DavRequest request,
        Located from,
        Located to,
        FilePath target,
        bool move
    )
    {
        if (Refuse(request, from, to, target, move) is { } refused)
        {
            return refused;
        }

        if (move && from.IsMount)
        {
            await request.Apps.Shares.MoveAsync(request.Me, from.Mount!, target, request.Aborted);
            await request.Context.Response.DoneAsync(created: true);
            return null;
        }

        return from.Owner == to.Owner
            ? await DavTransfer.InHomeAsync(SharedPlace.InHome(request, from), to.Path, move)
            : await AcrossAsync(request, from, to, move);
    }

    private static DavError? Refuse(DavRequest request, Located from, Located to, FilePath target, bool move)
    {
        var view = request.View;
        var there = view.Find(target);
        return view.Find(request.Path) is not { } source ? request.NotFound()
            : view.Find(target.Parent) is not { IsFolder: true }
                ? DavError.Conflict("The destination node is not found")
            : Preconditions.Check(request.Headers, source) is { } unmet ? unmet
            : FileNames.Check(target.Name) is { } badName ? badName
            : there is not null && request.Headers["Overwrite"] == "F" ? DavTransfer.Occupied
            : to.IsMount || (move && from.IsMount && (there ?? to.Mount?.Root) is not null) ? DavError.Forbidden("")
            : !from.Allows(move && !from.IsMount ? ShareRights.Read | ShareRights.Delete : ShareRights.Read)
                ? DavError.Forbidden("")
            : !to.Allows(there is null ? ShareRights.Create : ShareRights.Update) ? DavError.Forbidden("")
            : null;
    }

    /// <summary>From home to home the bytes are written anew; a move deletes the original at the end.</summary>
    private static async Task<DavError?> AcrossAsync(DavRequest request, Located from, Located to, bool move)
    {
        var (source, target) = (from.Owner.Home, to.Owner.Home);
        var tree = source.Tree;
        var copies = new List<FileNode>();
        foreach (var node in tree.Descendants(from.Path).Prepend(tree.Find(from.Path)!))
        {
            var path = node.Path.Rebase(from.Path, to.Path);
            copies.Add(
                node.IsFolder ? target.Stamps.NewFolder(path) : await CopyAsync(request, from, node.Id, target, path)
            );
        }

        var isNew = await target.ChangeAsync(
            before => new Changed<bool>(
                copies.Aggregate(before.Delete(to.Path, target.Stamps), (next, copy) => next.With(copy, target.Stamps)),
                before.Find(to.Path) is null
            ),
            request.Aborted
        );
        if (move)
        {
            _ = await source.ChangeAsync(
                before => new Changed<bool>(before.Delete(from.Path, source.Stamps), true),
                request.Aborted
            );
        }

        request.Context.Response.Headers["OC-FileId"] = request.OcFileId(copies[0]);
        await request.Context.Response.DoneAsync(isNew);
        return null;
    }

    private static async Task<FileNode> CopyAsync(DavRequest request, Located from, long id, Home target, FilePath path)
    {
        await using var opened =
            from.Owner.Home.Open(id) ?? throw new IOException($"{path} was deleted while it was copied.");
        var content = await target.Contents.WriteAsync(opened.Bytes, long.MaxValue, request.Aborted);
        return target.Stamps.Written(null, path, content!, opened.Node.Modified);
    }
}
