using System.ComponentModel;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.UserStatus;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.UserStatus;

/// <summary>Reads statuses.</summary>
[McpServerToolType]
[RequiresScope(UserStatusApp.Read)]
internal sealed class UserStatusReadTools(UserStatusClient statuses, PersonZones zones)
{
    [McpServerTool(
        Name = "get_status",
        Title = "Read a status",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/apps/user_status/api/v1/user_status", When = "of the person")]
    [Upstream("GET /ocs/v2.php/apps/user_status/api/v1/statuses/{user}", When = "of somebody else")]
    [Description("How somebody says they are, e.g. away. Offline for who never said.")]
    public async Task<StatusItem> GetAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("User id; left away: the person.")] string? user = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var zone = await zones.OfAsync(account, cancellationToken);
        var status = user is null
            ? await statuses.GetOwnAsync(account, cancellationToken)
            : await statuses.GetAsync(account, Arguments.NotEmpty("user", user), cancellationToken);
        return StatusItem.Of(zone, status ?? new(user ?? account.UserId, "offline", null, null, null));
    }
}
