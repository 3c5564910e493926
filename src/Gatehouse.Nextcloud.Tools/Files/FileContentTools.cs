using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Files.Comments;
using Gatehouse.Nextcloud.Files.Versions;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files.Comments;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Files.Versions;
using Gatehouse.Nextcloud.Tools.Hosting;
using Gatehouse.Nextcloud.Tools.Text;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>Reads one file, and what Nextcloud shows beside it.</summary>
[McpServerToolType]
[RequiresScope(FilesApp.Read)]
internal sealed class FileContentTools(
    FilesClient files,
    VersionsClient versions,
    CommentsClient comments,
    FileTexts texts,
    FileGuard guard,
    PersonZones zones
)
{
    private static readonly JsonTypeInfo<FileText> textType =
        (JsonTypeInfo<FileText>)ToolsJsonOptions.Of(FilesToolsJson.Default).GetTypeInfo(typeof(FileText));

    private const int MaxLength = 256 * 1024;
    private const int MaxComments = 20;

    [McpServerTool(
        Name = "read_file",
        Title = "Read file",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true,
        OutputSchemaType = typeof(FileText)
    )]
    [Upstream(
        "GET /remote.php/dav/files/{user}/{path}",
        Most = 2,
        When = "twice only for a document whose name does not say so"
    )]
    [Upstream("GET /remote.php/dav/versions/{user}/versions/{id}/{id}", Most = 2, When = "for a version")]
    [Upstream("PROPFIND /remote.php/dav/files/{user}/{path}", When = "when the file is empty")]
    [Description(
        "Reads text, also of PDF, DOCX, XLSX, PPTX, ODF and HTML, facts of pictures, and the etag; for other files a link."
    )]
    public async Task<CallToolResult> ReadAsync(
        RequestContext<CallToolRequestParams> request,
        IProgress<ProgressNotificationValue> progress,
        [Description("Path.")] string path,
        [Description("Start.")] long offset = 0,
        [Description("To 262144.")] int length = 32 * 1024,
        [Description("E.g. 3-7.")] string? pages = null,
        [Description("Of get_file.")] string? version = null,
        [Description("HTML as it is.")] bool raw = false,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        var file = call.Files.File("path", path);
        Arguments.AtLeast("offset", offset, 0);
        Arguments.Between("length", length, 1, MaxLength);
        if (!PageRange.TryParse(pages, out var range))
            throw Arguments.Bad("pages", "It must be a page or a range of pages such as 3 or 3-7.");

        FileVersionId? id = version is null ? null : VersionIds.Of("version", version);
        if (id is { } known)
            await VersionIds.RequireOfAsync(files, call, known, file, cancellationToken);

        var part = (range, (int)Math.Min(offset, int.MaxValue), length);
        if (!raw && DocumentKinds.ByName(file.Name) is { } kind)
            return Result(await texts.DocumentAsync(call.Account, file, id, kind, part, progress, cancellationToken));

        var answer = await texts.BytesAsync(call.Account, file, id, new(offset, length), cancellationToken);
        if (answer.Text is null && !raw && DocumentKinds.ByType(answer.ContentType) is { } found)
            answer = await texts.DocumentAsync(call.Account, file, id, found, part, progress, cancellationToken);
        return Result(answer);
    }

    [McpServerTool(
        Name = "get_file",
        Title = "File details",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("PROPFIND /remote.php/dav/files/{user}/{path}")]
    [Upstream("REPORT /remote.php/dav/comments/files/{id}", When = "when it has an id")]
    [Upstream("PROPFIND /remote.php/dav/versions/{user}/versions/{id}", When = "for a file")]
    [Description("Size, star, tags, lock, last 20 comments and versions of a file or folder.")]
    public async Task<FileDetails> GetAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Path.")] string path,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        var file = call.Files.File("path", path);
        var entry = call.Files.Require(await files.StatAsync(call.Account, file, cancellationToken));
        var zone = await zones.OfAsync(call.Account, cancellationToken);
        var item = FileItem.Of(call.Account.Cloud, zone, entry);
        if (entry.FileId is not { } id)
            return new(item, [], []);

        var (said, kept) = await SideBySide.AskAsync(
            token => OrNoneAsync(() => comments.ListAsync(call.Account, id, MaxComments, 0, token)),
            token =>
                entry.IsFolder
                    ? Task.FromResult<IReadOnlyList<FileVersion>>([])
                    : OrNoneAsync(() => versions.ListAsync(call.Account, id, token)),
            cancellationToken
        );
        return new(
            item,
            [.. said.Select(comment => Comment(zone, comment))],
            // The file as it is now is one of them, which can be neither read nor restored as a version.
            [.. kept.Where(version => version.Modified != entry.Modified).Select(version => Version(zone, version))]
        );
    }

    /// <summary>The apps that keep comments and versions may be off, and an external storage has none.</summary>
    private static async Task<IReadOnlyList<T>> OrNoneAsync<T>(Func<Task<IReadOnlyList<T>>> ask)
    {
        try
        {
            return await ask();
        }
        catch (NextcloudException exception) when (exception.Kind == NextcloudErrorKind.NotFound)
        {
            return [];
        }
    }

    private static VersionItem Version(PersonZone zone, FileVersion version) =>
        new(version.Id.ToString(), zone.Write(version.Modified), version.Size, version.Label, version.Author);

    private static CommentItem Comment(PersonZone zone, FileComment comment) =>
        new(
            comment.Id,
            comment.Message,
            comment.Author,
            comment.AuthorName,
            zone.Write(comment.Created),
            comment.IsUnread ? true : null
        );

    private static CallToolResult Result(FileText answer)
    {
        var json = JsonSerializer.SerializeToElement(answer, textType);
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
}
