using System.ComponentModel;
using System.Globalization;
using Gatehouse.Nextcloud.Activity;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Paging;
using Gatehouse.Nextcloud.Tools.Times;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Activity;

/// <summary>Reads what happened.</summary>
[McpServerToolType]
[RequiresScope(ActivityApp.Read)]
internal sealed class ActivityTools(ActivityClient activities, PersonZones zones)
{
    private const int MaxLimit = 200;

    [McpServerTool(
        Name = "list_activity",
        Title = "List activity",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/apps/activity/api/v2/activity", When = "without a file")]
    [Upstream("GET /ocs/v2.php/apps/activity/api/v2/activity/filter", When = "of one file")]
    [Description("What happened in the person's Nextcloud and who did it, newest first.")]
    public async Task<ActivityList> ListAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Only of this file or folder.")] long? fileId = null,
        [Description("1 to 200.")] int limit = 30,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var query = new ActivityQuery
        {
            FileId = fileId is { } file ? Arguments.AtLeast("fileId", file, 1) : null,
            Limit = Arguments.Between("limit", limit, 1, MaxLimit),
            Before = Before(cursor),
        };
        var zone = await zones.OfAsync(account, cancellationToken);
        var page = await activities.ListAsync(account, query, cancellationToken);
        return new(
            [.. page.Entries.Select(e => ActivityItem.Of(zone, e))],
            OpaqueCursor.Encode("list_activity", page.Next?.ToString(CultureInfo.InvariantCulture))
        );
    }

    private static long? Before(string? cursor) =>
        OpaqueCursor.Decode("list_activity", cursor) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
        : throw Arguments.Bad("cursor", "Pass nextCursor of the last answer unchanged.");
}
