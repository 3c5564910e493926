using System.ComponentModel;
using System.Text;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Files.Uploads;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>Writes, moves and deletes files. Nothing is ever overwritten that was not read before.</summary>
[McpServerToolType]
[RequiresScope(FilesApp.Write)]
internal sealed class FilesWriteTools(FilesClient files, UploadsClient uploads, FileGuard guard)
{
    [McpServerTool(
        Name = "write_file",
        Title = "Write file",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [ContentOfFile("text")]
    [Upstream("PUT /remote.php/dav/files/{user}/{path}", When = "up to 10 MiB")]
    [Upstream("MKCOL /remote.php/dav/uploads/{user}/{upload}", When = "above")]
    [Upstream("PUT /remote.php/dav/uploads/{user}/{upload}/{chunk}", Most = 100, When = "for each 10 MiB")]
    [Upstream("MOVE /remote.php/dav/uploads/{user}/{upload}/.file", When = "above")]
    [Upstream("DELETE /remote.php/dav/uploads/{user}/{upload}", When = "when it fails")]
    [Description(
        "Writes a whole file: without etag a new one where nothing is, with it over what was read. The folder must exist."
    )]
    public async Task<FileChanged> WriteAsync(
        RequestContext<CallToolRequestParams> request,
        IProgress<ProgressNotificationValue> progress,
        [Description("Path.")] string path,
        [Description("All of it.")] string? text = null,
        [Description("In place of text.")] string? base64 = null,
        [Description("From reading.")] string? etag = null,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        var file = call.Files.File("path", path);
        var condition = etag is null ? WriteCondition.NothingThere : WriteCondition.Unchanged(Arguments.ETag(etag));
        using var content = new MemoryStream(BytesOf(text, base64), writable: false);
        var written = await uploads.WriteAsync(
            call.Account,
            file,
            content,
            content.Length,
            condition,
            new UploadProgress(progress, content.Length),
            cancellationToken
        );
        return Changed(call.Account, file, written);
    }

    [McpServerTool(
        Name = "create_folder",
        Title = "Create folder",
        ReadOnly = false,
        Destructive = false,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("MKCOL /remote.php/dav/files/{user}/{path}")]
    [Description("Creates a folder in one that exists.")]
    public async Task<FileChanged> CreateFolderAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Path.")] string path,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        var folder = call.Files.File("path", path);
        return Changed(call.Account, folder, await files.CreateFolderAsync(call.Account, folder, cancellationToken));
    }

    [McpServerTool(
        Name = "move_file",
        Title = "Move, rename or copy",
        ReadOnly = false,
        Destructive = false,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("MOVE /remote.php/dav/files/{user}/{path}", When = "without copy")]
    [Upstream("COPY /remote.php/dav/files/{user}/{path}", When = "with copy")]
    [Description("Moves, renames or copies a file or folder, to where nothing is.")]
    public async Task<FileChanged> MoveAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Path.")] string from,
        [Description("Path with its new name.")] string to,
        [Description("From reading.")] string etag,
        [Description("Keep the first.")] bool copy = false,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        var (source, target) = (call.Files.Whole("from", from), call.Files.File("to", to));
        var ifMatch = Arguments.ETag(etag);
        var written = copy
            ? await files.CopyAsync(call.Account, source, target, overwrite: false, ifMatch, cancellationToken)
            : await files.MoveAsync(call.Account, source, target, overwrite: false, ifMatch, cancellationToken);
        return Changed(call.Account, target, written);
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
    [Description("Moves a file or folder to the trash bin; restore_file takes it back.")]
    public async Task<FileDeleted> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Path.")] string path,
        [Description("From reading.")] string etag,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        var file = call.Files.Whole("path", path);
        await files.DeleteAsync(call.Account, file, Arguments.ETag(etag), cancellationToken);
        return new(file.Value);
    }

    private static byte[] BytesOf(string? text, string? base64)
    {
        if (text is null == base64 is null)
            throw Arguments.Bad("text", "Give text, or base64, and not both.");
        if (text is not null)
            return Encoding.UTF8.GetBytes(text);

        try
        {
            return Convert.FromBase64String(base64!);
        }
        catch (FormatException)
        {
            throw Arguments.Bad("base64", "It is no base64.");
        }
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
