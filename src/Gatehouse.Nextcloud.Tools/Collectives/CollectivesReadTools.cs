using System.ComponentModel;
using Gatehouse.Nextcloud.Collectives;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Paging;
using Gatehouse.Nextcloud.Tools.Times;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Collectives;

/// <summary>Finds and reads the pages of collectives.</summary>
[McpServerToolType]
[RequiresScope(CollectivesApp.Read)]
internal sealed class CollectivesReadTools(CollectivesClient collectives, PagesClient pages, PersonZones zones)
{
    private const int MaxLimit = 200;

    [McpServerTool(
        Name = "list_collectives",
        Title = "List collectives",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/apps/collectives/api/v1.0/collectives", When = "without trashed")]
    [Upstream("GET /ocs/v2.php/apps/collectives/api/v1.0/collectives/trash", When = "with trashed")]
    [Description("Lists collectives, the wikis of teams.")]
    public async Task<CollectiveList> ListAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Those in the trash.")] bool? trashed = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var zone = await zones.OfAsync(account, cancellationToken);
        var all = trashed is true
            ? await collectives.ListTrashAsync(account, cancellationToken)
            : await collectives.ListAsync(account, cancellationToken);
        return new([.. all.Select(c => CollectiveItem.Of(account.Cloud, zone, c))]);
    }

    [McpServerTool(
        Name = "list_pages",
        Title = "List pages",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/apps/collectives/api/v1.0/collectives/{id}/pages", When = "without query and trashed")]
    [Upstream("GET /ocs/v2.php/apps/collectives/api/v1.0/collectives/{id}/search", When = "with a query")]
    [Upstream("GET /ocs/v2.php/apps/collectives/api/v1.0/collectives/{id}/pages/trash", When = "with trashed")]
    [Upstream("GET /ocs/v2.php/apps/collectives/api/v1.0/collectives/{id}/tags")]
    [Description("Lists or searches the pages of a collective.")]
    public async Task<PageList> ListPagesAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Collective.")] long collectiveId,
        [Description("Query.")] string? query = null,
        [Description("Those in its trash.")] bool? trashed = null,
        [Description("1 to 200.")] int limit = 100,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        Arguments.Between("limit", limit, 1, MaxLimit);
        var offset = PageOffset.Decode("list_pages", cursor);
        var zone = await zones.OfAsync(account, cancellationToken);
        var found = await (
            trashed is true ? pages.ListTrashAsync(account, collectiveId, cancellationToken)
            : string.IsNullOrWhiteSpace(query) ? pages.ListAsync(account, collectiveId, cancellationToken)
            : pages.SearchAsync(account, collectiveId, query, cancellationToken)
        );
        var shown = found.Skip(offset).Take(limit).ToList();
        var tags = shown.Exists(p => p.TagIds.Count > 0)
            ? await collectives.ListTagsAsync(account, collectiveId, cancellationToken)
            : [];
        return new(
            [.. shown.Select(p => PageItem.Of(account.Cloud, zone, collectiveId, p, tags))],
            PageOffset.Encode("list_pages", offset + limit, found.Count)
        );
    }

    [McpServerTool(
        Name = "read_page",
        Title = "Read a page",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/apps/collectives/api/v1.0/collectives/{id}/pages/{id}")]
    [Upstream("GET /remote.php/dav/files/{user}/{path}")]
    [Upstream("GET /ocs/v2.php/apps/collectives/api/v1.0/collectives/{id}/tags", When = "when it has tags")]
    [Description("Reads a page (Markdown) and its etag.")]
    public async Task<PageContent> ReadAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Collective.")] long collectiveId,
        [Description("Page.")] long id,
        [Description("nextOffset of the last answer.")] int? offset = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var start = (int)Arguments.AtLeast("offset", offset ?? 0, 0);
        var zone = await zones.OfAsync(account, cancellationToken);
        var read = await pages.ReadAsync(account, collectiveId, id, cancellationToken);
        var tags =
            read.Page.TagIds.Count > 0 ? await collectives.ListTagsAsync(account, collectiveId, cancellationToken) : [];
        var part = TextPart.Of(read.Content, start, TextPart.Usual);
        return new(
            PageItem.Of(account.Cloud, zone, collectiveId, read.Page, tags),
            part.Text,
            read.ETag.ToString(),
            part.Offset,
            part.TotalLength,
            part.NextOffset
        );
    }
}
