using System.ComponentModel;
using System.Globalization;
using Gatehouse.Nextcloud.Sharing;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Paging;
using Gatehouse.Nextcloud.Tools.Times;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Sharing;

/// <summary>Shows shares, and whom to share with.</summary>
[McpServerToolType]
[RequiresScope(SharingApp.Read)]
internal sealed class SharingReadTools(SharesClient shares, ShareesClient sharees, FileGuard guard, PersonZones zones)
{
    private const string Name = "list_shares";

    [McpServerTool(
        Name = Name,
        Title = "List shares",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/apps/files_sharing/api/v1/shares")]
    [Description("Lists what the person shares, or gets.")]
    public async Task<ShareList> ListAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Only of this.")] string? path = null,
        [Description("What is in it.")] bool inside = false,
        [Description("What they get.")] bool withMe = false,
        [Description("1 to 200.")] int limit = 50,
        [Description("nextCursor.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        if (path is not null && withMe)
            throw Arguments.Bad("withMe", "Of one path only what the person shares can be listed.");

        Arguments.Between("limit", limit, 1, 200);
        var query = new ShareQuery
        {
            Path = path is null ? null : call.Files.Path("path", path),
            Inside = inside,
            WithMe = withMe,
        };
        var offset = PageOffset.Decode(Name, cursor);
        var found = await shares.ListAsync(call.Account, query, cancellationToken);
        var zone = await zones.OfAsync(call.Account, cancellationToken);
        var visible = found.Where(s => !call.Files.IsHidden(s.Path, s.FileId)).ToList();
        var next = offset + limit < visible.Count ? offset + limit : (int?)null;
        return new(
            [.. visible.Skip(offset).Take(limit).Select(s => ShareItem.Of(zone, s))],
            OpaqueCursor.Encode(Name, next?.ToString(CultureInfo.InvariantCulture))
        );
    }

    [McpServerTool(
        Name = "search_sharees",
        Title = "Search sharees",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/apps/files_sharing/api/v1/sharees")]
    [Description("Finds people, groups, teams and addresses to share with.")]
    public async Task<ShareeList> SearchAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Part of a name or address.")] string query,
        CancellationToken cancellationToken = default
    )
    {
        const int limit = 20;
        var account = CallerOf.Get(request).Account;
        var term = Arguments.NotEmpty("query", query);
        var found = await sharees.SearchAsync(account, term, limit, cancellationToken);
        return new([.. found.Select(s => new ShareeItem(s.Target.Id, ShareWords.Of(s.Target.Kind), s.Name, s.Detail))]);
    }
}
