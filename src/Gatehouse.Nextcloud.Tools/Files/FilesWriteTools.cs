using System.ComponentModel;
using System.Text;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>Writes, moves and deletes files. Nothing is ever overwritten that was not read before.</summary>
[McpServerToolType]
[RequiresScope(FilesApp.Write)]
internal sealed class FilesWriteTools(FilesClient files)
{
    [McpServerTool(
        Name = "write_file",
        Title = "Write a text file",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("PUT /remote.php/dav/files/{user}/{path}")]
    [Description(
        "Writes a whole text file (UTF-8). Without etag it creates a new file and refuses when something is there; with the etag of read_file "
            + "it replaces the file and refuses when it changed since. The folder must exist."
    )]
    public async Task<FileChanged> WriteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("The file, e.g. /Projects/plan.md.")] string path,
        [Description("The whole text.")] string text,
        [Description("The etag the file had when it was read; leave away to create a new file.")] string? etag = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var file = Arguments.NotRoot("path", path);
        var condition = etag is null ? WriteCondition.NothingThere : WriteCondition.Unchanged(Arguments.ETag(etag));
        var written = await files.WriteAsync(account, file, Encoding.UTF8.GetBytes(text), condition, cancellationToken);
        return Changed(account, file, written);
    }

    [McpServerTool(
        Name = "create_folder",
        Title = "Create a folder",
        ReadOnly = false,
        Destructive = false,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("MKCOL /remote.php/dav/files/{user}/{path}")]
    [Description("Creates a folder. The folder above must exist.")]
    public async Task<FileChanged> CreateFolderAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("The folder, e.g. /Projects/2026.")] string path,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var folder = Arguments.NotRoot("path", path);
        return Changed(account, folder, await files.CreateFolderAsync(account, folder, cancellationToken));
    }

    [McpServerTool(
        Name = "move_file",
        Title = "Move or rename",
        ReadOnly = false,
        Destructive = false,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("MOVE /remote.php/dav/files/{user}/{path}")]
    [Description(
        "Moves or renames a file or folder. It refuses when something is at the target, or when it changed since its etag was read."
    )]
    public async Task<FileChanged> MoveAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("What to move, e.g. /plan.md.")] string from,
        [Description("Where to, with its new name, e.g. /Archive/plan.md.")] string to,
        [Description("The etag it had when it was read or listed.")] string etag,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var (source, target) = (Arguments.NotRoot("from", from), Arguments.NotRoot("to", to));
        var moved = await files.MoveAsync(
            account,
            source,
            target,
            overwrite: false,
            Arguments.ETag(etag),
            cancellationToken
        );
        return Changed(account, target, moved);
    }

    [McpServerTool(
        Name = "copy_file",
        Title = "Copy",
        ReadOnly = false,
        Destructive = false,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("COPY /remote.php/dav/files/{user}/{path}")]
    [Description("Copies a file, or a folder with all that is in it. It refuses when something is at the target.")]
    public async Task<FileChanged> CopyAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("What to copy, e.g. /plan.md.")] string from,
        [Description("Where to, with its new name, e.g. /Archive/plan.md.")] string to,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var (source, target) = (Arguments.NotRoot("from", from), Arguments.NotRoot("to", to));
        return Changed(
            account,
            target,
            await files.CopyAsync(account, source, target, overwrite: false, cancellationToken)
        );
    }

    [McpServerTool(
        Name = "delete_file",
        Title = "Delete",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("DELETE /remote.php/dav/files/{user}/{path}")]
    [Description(
        "Deletes a file, or a folder with all that is in it; the person can restore it from the trash bin. "
            + "It refuses when it changed since its etag was read."
    )]
    public async Task<FileDeleted> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("What to delete, e.g. /Projects/old.md.")] string path,
        [Description("The etag it had when it was read or listed.")] string etag,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var file = Arguments.NotRoot("path", path);
        await files.DeleteAsync(account, file, Arguments.ETag(etag), cancellationToken);
        return new(file.Value);
    }

    private static FileChanged Changed(NextcloudAccount account, FilePath path, FileWritten written) =>
        new(
            path.Value,
            written.Created,
            written.ETag?.ToString(),
            written.FileId is { } id
                ? account.Cloud.Link(
                    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/index.php/f/{id}")
                )
                : null
        );
}
