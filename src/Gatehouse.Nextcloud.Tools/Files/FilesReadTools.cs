using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Paging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>Finds and reads files.</summary>
[McpServerToolType]
[RequiresScope(FilesApp.Read)]
internal sealed class FilesReadTools(FilesClient files)
{
    private const int MaxLimit = 200;
    private const int MaxLength = 256 * 1024;

    [McpServerTool(
        Name = "list_folder",
        Title = "List a folder",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("PROPFIND /remote.php/dav/files/{user}/{path}")]
    [Description(
        "Lists what is in a folder, page by page, not what is in folders below it. To find something anywhere use search_files."
    )]
    public async Task<FolderList> ListAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("The folder, e.g. /Projects; / is the root.")] string path = "/",
        [Description("How many, 1 to 200.")] int limit = 100,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var folder = Arguments.Path("path", path);
        Arguments.Between("limit", limit, 1, MaxLimit);
        var page = await files.ListAsync(account, folder, Cursor(cursor), limit, cancellationToken);
        return new(
            [.. page.Entries.Select(e => FileItem.Of(account.Cloud, e))],
            page.Total,
            OpaqueCursor.Encode("list_folder", page.Next?.ToString())
        );
    }

    [McpServerTool(
        Name = "search_files",
        Title = "Search files",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("SEARCH /remote.php/dav/")]
    [Description(
        "Finds files and folders by name, type or time, in a folder and all below it, newest first. It does not look into contents."
    )]
    public async Task<FolderList> SearchAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("A part of the name; % stands for any characters.")] string? name = null,
        [Description("A media type such as application/pdf, or its beginning with a slash: image/.")]
            string? contentType = null,
        [Description("Changed after this time, e.g. 2026-11-01.")] string? modifiedAfter = null,
        [Description("Changed before this time, e.g. 2026-11-25T12:00:00Z.")] string? modifiedBefore = null,
        [Description("The folder to search in.")] string folder = "/",
        [Description("How many, 1 to 200.")] int limit = 50,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var search = new FileSearch
        {
            Folder = Arguments.Path("folder", folder),
            NameContains = name,
            ContentType = contentType,
            ModifiedAfter = Arguments.Time("modifiedAfter", modifiedAfter),
            ModifiedBefore = Arguments.Time("modifiedBefore", modifiedBefore),
            Limit = Arguments.Between("limit", limit, 1, MaxLimit),
            Offset = Offset(cursor),
        };
        var page = await files.SearchAsync(account, search, cancellationToken);
        return new(
            [.. page.Entries.Select(e => FileItem.Of(account.Cloud, e))],
            Total: null,
            OpaqueCursor.Encode("search_files", page.NextOffset?.ToString(CultureInfo.InvariantCulture))
        );
    }

    [McpServerTool(
        Name = "read_file",
        Title = "Read a file",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true,
        OutputSchemaType = typeof(FileText)
    )]
    [Upstream("GET /remote.php/dav/files/{user}/{path}")]
    [Upstream("PROPFIND /remote.php/dav/files/{user}/{path}", When = "when the file is empty")]
    [Description(
        "Reads a text file, or a part of it, and its etag, which the tools that change files ask for. "
            + "For a file that is not text it answers a link to the resource that holds its bytes."
    )]
    public async Task<CallToolResult> ReadAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("The file, e.g. /Projects/plan.md.")] string path,
        [Description("Where to begin, in bytes.")] long offset = 0,
        [Description("How many bytes at most, 1 to 262144.")] int length = 32 * 1024,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var file = Arguments.NotRoot("path", path);
        var range = new FileRange(
            Arguments.AtLeast("offset", offset, 0),
            Arguments.Between("length", length, 1, MaxLength)
        );
        var content = await ReadAsync(account, file, range, cancellationToken);

        var text = TextOf.Utf8(content.Bytes.Span, content.IsEnd);
        var next = text is { } part && !content.IsEnd ? offset + Math.Max(part.Used, 1) : (long?)null;
        var answer = new FileText(
            file.Value,
            content.ContentType,
            content.ETag.ToString(),
            content.TotalLength,
            offset,
            FileUri.Of(file),
            text?.Text,
            next
        );
        return Result(answer);
    }

    /// <summary>An empty file has no first byte, and Nextcloud answers 416 to any range of it.</summary>
    private async Task<FileContent> ReadAsync(
        Transport.NextcloudAccount account,
        FilePath file,
        FileRange range,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await files.ReadAsync(account, file, range, cancellationToken);
        }
        catch (Nextcloud.Errors.NextcloudException exception)
            when (range.Offset == 0 && exception.Kind == Nextcloud.Errors.NextcloudErrorKind.RangeNotSatisfiable)
        {
            var entry = await files.StatAsync(account, file, cancellationToken);
            if (entry is { Size: 0, ETag: { } etag })
                return new(default, 0, 0, entry.ContentType ?? "text/plain", etag);
            throw;
        }
    }

    private static CallToolResult Result(FileText answer)
    {
        var json = JsonSerializer.SerializeToElement(answer, FilesToolsJson.Default.FileText);
        var result = new CallToolResult
        {
            StructuredContent = json,
            Content = [new TextContentBlock { Text = json.GetRawText() }],
        };
        if (answer.Text is null || answer.NextOffset is not null)
        {
            result.Content.Add(
                new ResourceLinkBlock
                {
                    Uri = answer.Resource,
                    Name = FilePath.Parse(answer.Path).Name,
                    MimeType = answer.ContentType,
                    Size = answer.TotalLength,
                    Description =
                        answer.TotalLength > FileResource.MaxBytes
                            ? "Too large to be read as a resource (4 MiB at most)."
                            : null,
                }
            );
        }

        return result;
    }

    private static FolderCursor? Cursor(string? cursor)
    {
        if (OpaqueCursor.Decode("list_folder", cursor) is not { } text)
            return null;

        return FolderCursor.TryParse(text, out var read) ? read : throw Arguments.Bad("cursor", "It was changed.");
    }

    private static int Offset(string? cursor)
    {
        if (OpaqueCursor.Decode("search_files", cursor) is not { } text)
            return 0;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : throw Arguments.Bad("cursor", "It was changed.");
    }
}
