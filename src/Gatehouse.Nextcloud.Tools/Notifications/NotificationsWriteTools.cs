using System.ComponentModel;
using Gatehouse.Nextcloud.Notifications;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Notifications;

/// <summary>Dismisses notifications.</summary>
[McpServerToolType]
[RequiresScope(NotificationsApp.Write)]
internal sealed class NotificationsWriteTools(NotificationsClient notifications)
{
    private const int Most = 50;

    [McpServerTool(
        Name = "dismiss_notifications",
        Title = "Dismiss notifications",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream(
        "DELETE /ocs/v2.php/apps/notifications/api/v2/notifications/{id}",
        Most = Most,
        When = "for each of the ids"
    )]
    [Upstream("DELETE /ocs/v2.php/apps/notifications/api/v2/notifications", When = "when no ids are given")]
    [Description("Dismisses notifications, some or all, for good.")]
    public async Task<NotificationsDismissed> DismissAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Up to 50; left away: all.")] long[]? ids = null,
        [Description("Code from the first refusal, after the person agreed.")] string? confirmation = null,
        CancellationToken cancellationToken = default
    )
    {
        _ = confirmation;
        var account = CallerOf.Get(request).Account;
        if (ids is null)
        {
            Confirmation.Require(request, "Dismiss all notifications?");
            await notifications.DismissAllAsync(account, cancellationToken);
            return new();
        }

        Arguments.Between("ids", ids.Length, 1, Most);
        var each = ids.Distinct().ToList();
        foreach (var id in each)
            await notifications.DismissAsync(account, Arguments.AtLeast("ids", id, 1), cancellationToken);
        return new(each);
    }
}
