using System.ComponentModel;
using System.Globalization;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Paging;
using Gatehouse.Nextcloud.Tools.Times;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>Finds files.</summary>
[McpServerToolType]
[RequiresScope(FilesApp.Read)]
internal sealed class FilesReadTools(FilesClient files, FileMatches matches, FileGuard guard, PersonZones zones)
{
    private const int MaxLimit = 200;

    [McpServerTool(
        Name = "list_folder",
        Title = "List folder",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("PROPFIND /remote.php/dav/files/{user}/{path}")]
    [Upstream("PROPFIND /remote.php/dav/files/{user}/", When = "for the root")]
    [Description("Lists what is in a folder, not deeper.")]
    public async Task<FolderList> ListAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Path.")] string path = "/",
        [Description("1 to 200.")] int limit = 100,
        [Description("nextCursor.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        var folder = call.Files.Path("path", path);
        Arguments.Between("limit", limit, 1, MaxLimit);
        var page = await files.ListAsync(call.Account, folder, Cursor(cursor), limit, cancellationToken);
        return new(
            await ItemsAsync(call, page.Entries, cancellationToken),
            call.Files.ShowsAll ? page.Total : null,
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
    [Upstream("SEARCH /remote.php/dav/", When = "without a tag")]
    [Upstream("PROPFIND /remote.php/dav/systemtags/", When = "with a tag")]
    [Upstream("REPORT /remote.php/dav/files/{user}/", When = "with a tag")]
    [Description("Finds files and folders, newest first; not by what is in them.")]
    public async Task<FolderList> SearchAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Part of it; % for any.")] string? name = null,
        [Description("E.g. text/plain or image/.")] string? contentType = null,
        [Description("ISO 8601.")] string? modifiedAfter = null,
        [Description("ISO 8601.")] string? modifiedBefore = null,
        [Description("Where.")] string folder = "/",
        [Description("Only these.")] bool favorites = false,
        [Description("Tag.")] string? tag = null,
        [Description("1 to 200.")] int limit = 50,
        [Description("nextCursor.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        var zone = await zones.OfAsync(call.Account, cancellationToken);
        var search = new FileSearch
        {
            Folder = call.Files.Path("folder", folder),
            NameContains = name,
            ContentType = contentType,
            ModifiedAfter = zone.Read("modifiedAfter", modifiedAfter),
            ModifiedBefore = zone.Read("modifiedBefore", modifiedBefore),
            OnlyFavorites = favorites,
            Limit = Arguments.Between("limit", limit, 1, MaxLimit),
            Offset = PageOffset.Decode("search_files", cursor),
        };
        var (entries, next) = tag is null
            ? await SearchAsync(call, search, cancellationToken)
            : await TaggedAsync(call, tag, search, cancellationToken);
        return new(
            await ItemsAsync(call, entries, cancellationToken),
            Total: null,
            OpaqueCursor.Encode("search_files", next?.ToString(CultureInfo.InvariantCulture))
        );
    }

    private async Task<(IReadOnlyList<FileEntry> Entries, int? Next)> SearchAsync(
        FileCall call,
        FileSearch search,
        CancellationToken cancellationToken
    )
    {
        var page = await files.SearchAsync(call.Account, search, cancellationToken);
        return (page.Entries, page.NextOffset);
    }

    private async Task<(IReadOnlyList<FileEntry> Entries, int? Next)> TaggedAsync(
        FileCall call,
        string tag,
        FileSearch search,
        CancellationToken cancellationToken
    )
    {
        var all = await matches.FindAsync(call.Account, tag, search, cancellationToken);
        var end = search.Offset + search.Limit;
        return ([.. all.Skip(search.Offset).Take(search.Limit)], end < all.Count ? end : null);
    }

    private async Task<List<FileItem>> ItemsAsync(
        FileCall call,
        IEnumerable<FileEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var zone = await zones.OfAsync(call.Account, cancellationToken);
        return [.. call.Files.Of(entries).Select(e => FileItem.Of(call.Account.Cloud, zone, e))];
    }

    private static FolderCursor? Cursor(string? cursor)
    {
        if (OpaqueCursor.Decode("list_folder", cursor) is not { } text)
            return null;

        return FolderCursor.TryParse(text, out var read) ? read : throw Arguments.Bad("cursor", "It was changed.");
    }
}
