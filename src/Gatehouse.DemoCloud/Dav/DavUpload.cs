using System.Globalization;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>PUT: the bytes are written first, then one step checks the ETag again and shows them.</summary>
internal static class DavUpload
{
    public static async Task<DavError?> HandleAsync(DavRequest request)
    {
        if (Refuse(request, request.Tree) is { } refused)
        {
            return refused;
        }

        var available = request.Me.Account.QuotaBytes is { } quota
            ? Math.Max(quota - request.Tree.Used, 0)
            : long.MaxValue;
        var announced = request.Context.Request.ContentLength ?? 0;
        if (announced > available)
        {
            return DavError.InsufficientStorage(request.Path.ToString(), announced, available);
        }

        if (
            await request.Home.Contents.WriteAsync(request.Context.Request.Body, available, request.Aborted)
            is not { } content
        )
        {
            return DavError.InsufficientStorage(request.Path.ToString(), available + 1, available);
        }

        var put = await request.Home.ChangeAsync(tree => Put(request, tree, content), request.Aborted);
        if (put.Error is not null)
        {
            request.Home.Contents.Delete([content.Blob]);
            return put.Error;
        }

        await AnswerAsync(request, put.Node!, put.Created);
        return null;
    }

    private static Changed<(DavError? Error, FileNode? Node, bool Created)> Put(
        DavRequest request,
        FileTree tree,
        Content content
    )
    {
        if (Refuse(request, tree) is { } refused)
        {
            return new(null, (refused, null, false));
        }

        var existing = tree.Find(request.Path);
        var written = request.Home.Stamps.Written(existing, request.Path, content, ModifiedTime(request));
        return new(tree.With(written, request.Home.Stamps), (null, written, existing is null));
    }

    private static DavError? Refuse(DavRequest request, FileTree tree)
    {
        var existing = tree.Find(request.Path);
        return tree.Find(request.Path.Parent) is not { IsFolder: true } ? request.NotFound()
            : FileNames.Check(request.Path.Name) is { } badName ? badName
            : Preconditions.Check(request.Headers, existing) is { } unmet ? unmet
            : existing is { IsFolder: true } ? DavError.Conflict("PUT is not allowed on non-files.")
            : request.IsLocked ? DavError.Locked(request.Path.Value)
            : null;
    }

    /// <summary>When the client says the file was modified.</summary>
    public static long? ModifiedTime(DavRequest request) =>
        long.TryParse(request.Headers["X-OC-MTime"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : null;

    /// <summary>Tells what was written.</summary>
    public static Task AnswerAsync(DavRequest request, FileNode node, bool created)
    {
        var headers = request.Context.Response.Headers;
        if (ModifiedTime(request) is not null)
        {
            headers["X-OC-MTime"] = "accepted";
        }

        headers["OC-FileId"] = request.OcFileId(node);
        headers.ETag = $"\"{node.ETag}\"";
        headers["OC-ETag"] = $"\"{node.ETag}\"";
        return request.Context.Response.DoneAsync(created);
    }
}
