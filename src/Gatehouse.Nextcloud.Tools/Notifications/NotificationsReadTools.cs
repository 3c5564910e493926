using System.ComponentModel;
using System.Globalization;
using Gatehouse.Nextcloud.Notifications;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Paging;
using Gatehouse.Nextcloud.Tools.Times;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Notifications;

/// <summary>Reads notifications.</summary>
[McpServerToolType]
[RequiresScope(NotificationsApp.Read)]
internal sealed class NotificationsReadTools(NotificationsClient notifications, PersonZones zones)
{
    private const int MaxLimit = 200;

    [McpServerTool(
        Name = "list_notifications",
        Title = "List notifications",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/apps/notifications/api/v2/notifications")]
    [Description("Notifications that wait for the person, newest first.")]
    public async Task<NotificationList> ListAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("1 to 200.")] int limit = 50,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        Arguments.Between("limit", limit, 1, MaxLimit);
        var before = Before(cursor);
        var zone = await zones.OfAsync(account, cancellationToken);
        var all = await notifications.ListAsync(account, cancellationToken);
        // The cloud knows no pages; ids grow with time, so that one that comes in between moves nothing.
        var rest = all.OrderByDescending(n => n.Id).SkipWhile(n => n.Id >= before).Take(limit + 1).ToList();
        return new(
            [.. rest.Take(limit).Select(n => NotificationItem.Of(zone, n))],
            rest.Count > limit
                ? OpaqueCursor.Encode("list_notifications", rest[limit - 1].Id.ToString(CultureInfo.InvariantCulture))
                : null
        );
    }

    private static long Before(string? cursor) =>
        OpaqueCursor.Decode("list_notifications", cursor) is not { } text ? long.MaxValue
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
        : throw Arguments.Bad("cursor", "Pass nextCursor of the last answer unchanged.");
}
