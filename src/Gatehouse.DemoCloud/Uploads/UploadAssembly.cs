using System.Globalization;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Sharing;

namespace Gatehouse.DemoCloud.Uploads;

/// <summary>MOVE of <c>.file</c>: the chunks become the file in one step, over one that is there only as the conditions allow.</summary>
internal static class UploadAssembly
{
    /// <summary>Makes the file, and takes the upload away.</summary>
    /// <param name="call">The MOVE.</param>
    /// <param name="upload">The folder of the chunks.</param>
    /// <param name="asked">Its destination as a request to the caller's files.</param>
    public static async Task<DavError?> RunAsync(DavCall call, FileNode upload, DavRequest asked)
    {
        var uploads = call.Me.Uploads;
        var place = asked.Apps.Shares.Locate(call.Me, asked.Path);
        var target = SharedPlace.InHome(asked, place);
        var length = uploads.Tree.SizeOf(upload);
        if ((Refuse(asked, target, call, target.Tree, upload) ?? RefuseLength(call, target, length)) is { } refused)
        {
            return refused;
        }

        if (!place.Allows(target.Tree.Find(target.Path) is null ? ShareRights.Create : ShareRights.Update))
        {
            return DavError.Forbidden("");
        }

        var chunks = uploads.Tree.Children(upload.Path).Select(chunk => chunk.Blob!).ToList();
        if (await target.Home.Contents.JoinAsync(chunks, asked.Aborted) is not { } content)
        {
            return DavError.NotFound($"File with name {upload.Path}/.file could not be located");
        }

        var put = await target.Home.ChangeAsync(
            tree =>
                Refuse(asked, target, call, tree, upload) is { } changed
                    ? new Changed<(DavError? Error, FileNode? Node, bool Created)>(null, (changed, null, false))
                    : Put(target, tree, content),
            asked.Aborted
        );
        if (put.Error is not null)
        {
            target.Home.Contents.Delete([content.Blob]);
            return put.Error;
        }

        _ = await uploads.ChangeAsync(
            tree => new Changed<bool>(tree.Without(upload.Path, uploads.Stamps), true),
            CancellationToken.None
        );
        await DavUpload.AnswerAsync(target, put.Node!, put.Created);
        return null;
    }

    private static Changed<(DavError? Error, FileNode? Node, bool Created)> Put(
        DavRequest target,
        FileTree tree,
        Content content
    )
    {
        var (existing, stamps) = (tree.Find(target.Path), target.Home.Stamps);
        var written = stamps.Written(existing, target.Path, content, DavUpload.ModifiedTime(target));
        return new(tree.With(written, stamps), (null, written, existing is null));
    }

    private static DavError? RefuseLength(DavCall call, DavRequest target, long length) =>
        UploadsCollection.TotalLength(call) is { } announced && announced != length
            ? DavError.BadRequest(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Chunks on server do not sum up to {announced} but to {length} bytes"
                )
            )
        : target.Me.Account.QuotaBytes is { } quota && target.Tree.Used + length > quota
            ? DavError.InsufficientStorage(target.Path.ToString(), length, Math.Max(quota - target.Tree.Used, 0))
        : null;

    /// <summary>If-Match and If-None-Match speak of <c>.file</c>, which is moved: whoever means the target has Overwrite and If.</summary>
    private static DavError? Refuse(DavRequest asked, DavRequest target, DavCall call, FileTree tree, FileNode upload)
    {
        var existing = tree.Find(target.Path);
        return Preconditions.Check(call.Headers, upload.ETag) is { } unmet ? unmet
            : IfHeader.Check(call, path => path == asked.Path ? existing : asked.View.Find(path)) is { } changed
                ? changed
            : tree.Find(target.Path.Parent) is not { IsFolder: true }
                ? DavError.Conflict("The destination node is not found")
            : existing is not null && call.Headers["Overwrite"] == "F" ? DavTransfer.Occupied
            : existing is { IsFolder: true } ? DavError.Conflict("PUT is not allowed on non-files.")
            : FileNames.Check(target.Path.Name) is { } badName ? badName
            : target.IsLocked ? DavError.Locked(target.Path.Value)
            : null;
    }
}
