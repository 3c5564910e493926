using System.ComponentModel;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Files.Trash;
using Gatehouse.Nextcloud.Files.Versions;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Files.Versions;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Files.Trash;

/// <summary>Takes things back, from the trash bin or from earlier versions, and deletes them for good.</summary>
[McpServerToolType]
[RequiresScope(FilesApp.Write)]
[RequiresApp("files_trashbin")]
internal sealed class TrashWriteTools(TrashClient trash, VersionsClient versions, FilesClient files, FileGuard guard)
{
    private const int MaxIds = 50;

    [McpServerTool(
        Name = "restore_file",
        Title = "Restore file",
        ReadOnly = false,
        Destructive = false,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("MOVE /remote.php/dav/trashbin/{user}/trash/{name}", When = "for something of the trash bin")]
    [Upstream("MOVE /remote.php/dav/versions/{user}/versions/{id}/{id}", When = "for a version")]
    [Description("Puts a deleted file or folder back, or makes a file what it was in a version.")]
    public async Task<FileRestored> RestoreAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Id of list_trash, or a version.")] string id,
        [Description("Of a version's file.")] string? path = null,
        [Description("Of a version's file.")] string? etag = null,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        if (!id.Contains('/', StringComparison.Ordinal))
        {
            var name = TrashId("id", id);
            await TrashRules.RequireVisibleAsync(trash, call, [name], cancellationToken);
            await trash.RestoreAsync(call.Account, name, cancellationToken);
            guard.Forget(call.Account);
            return new(name);
        }

        var version = VersionIds.Of("id", id);
        if (path is null || etag is null)
            throw Arguments.Bad(
                path is null ? "path" : "etag",
                "A version is restored with path and etag of its file."
            );

        var file = call.Files.File("path", path);
        await VersionIds.RequireOfAsync(files, call, version, file, cancellationToken);
        await versions.RestoreAsync(call.Account, version, file, Arguments.ETag(etag), cancellationToken);
        return new(id, file.Value);
    }

    [McpServerTool(
        Name = "delete_from_trash",
        Title = "Delete for good",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("DELETE /remote.php/dav/trashbin/{user}/trash/{name}", Most = MaxIds, When = "for each id")]
    [Upstream("DELETE /remote.php/dav/trashbin/{user}/trash", When = "for all")]
    [Description("Deletes things of the trash bin for good.")]
    public async Task<TrashDeleted> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("To 50, or * for all.")] string[] ids,
        [Description("Code, when the person agreed.")] string? confirmation = null,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        TrashRules.RequireKnown(call.Files);
        var all = ids is ["*"];
        List<string> names = all ? [] : [.. ids.Select(id => TrashId("ids", id)).Distinct(StringComparer.Ordinal)];
        if (!all && names.Count is 0 or > MaxIds)
            throw Arguments.Bad("ids", $"They must be 1 to {MaxIds}.");
        if (all && !call.Files.ShowsAll)
            throw Arguments.Bad("ids", "This server hides some files from models; give the ids of list_trash.");

        await TrashRules.RequireVisibleAsync(trash, call, names, cancellationToken);
        Confirmation.Require(
            request,
            all ? "Delete everything in the trash bin for good?" : $"Delete for good: {string.Join(", ", names)}?"
        );
        if (all)
            await trash.EmptyAsync(call.Account, cancellationToken);
        foreach (var name in names)
            await trash.DeleteAsync(call.Account, name, cancellationToken);
        return new(all, names);
    }

    private static string TrashId(string name, string id) =>
        FilePath.TryParse(id, out var path, out var error) && path is { IsRoot: false, Parent.IsRoot: true }
            ? path.Name
            : throw Arguments.Bad(name, error ?? "It is no id of the trash bin. Take it from list_trash, unchanged.");
}
