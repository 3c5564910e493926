using System.ComponentModel;
using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>Lists calendars.</summary>
[McpServerToolType]
[RequiresScope(CalendarApp.Read)]
internal sealed class CalendarReadTools(CalendarsClient calendars)
{
    [McpServerTool(
        Name = "list_calendars",
        Title = "List calendars",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("PROPFIND /remote.php/dav/calendars/{user}/")]
    [Description("Lists calendars, task lists and subscriptions.")]
    public async Task<CalendarList> ListAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        var found = await calendars.ListAsync(CallerOf.Get(request).Account, cancellationToken);
        return new([.. found.Select(CalendarItem.Of)]);
    }
}
