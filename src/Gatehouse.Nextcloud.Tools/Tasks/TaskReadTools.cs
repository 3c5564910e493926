using System.ComponentModel;
using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Tasks;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Calendar;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Paging;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Tasks;

/// <summary>Finds and reads tasks.</summary>
[McpServerToolType]
[RequiresScope(TasksApp.Read)]
internal sealed class TaskReadTools(
    TasksClient tasks,
    CalendarsClient calendars,
    CalendarTrashClient trash,
    CalendarPerson person
)
{
    private const int MaxLists = 50;

    [McpServerTool(
        Name = "list_tasks",
        Title = "List tasks",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("REPORT /remote.php/dav/calendars/{user}/{calendar}/", Most = MaxLists, When = "once per list")]
    [Upstream("PROPFIND /remote.php/dav/calendars/{user}/", When = "without a list, once a minute")]
    [Upstream("REPORT /remote.php/dav/calendars/{user}/trashbin/objects/", When = "for the trash bin")]
    [Description("Lists open tasks in full, by due date, and the task lists.")]
    public async Task<TaskList> ListAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Only this one.")] string? list = null,
        [Description("Words of the title.")] string? query = null,
        [Description("Due that day or before.")] string? dueBy = null,
        [Description("Completed ones too.")] bool done = false,
        [Description("The trash bin instead.")] bool deleted = false,
        [Description("1 to 200.")] int limit = 50,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        _ = Arguments.Between("limit", limit, 1, 200);
        var offset = PageOffset.Decode("list_tasks", cursor);
        var (account, zone) = await person.OfAsync(request, cancellationToken);
        if (deleted)
            return await DeletedAsync(account, zone, (offset, limit), cancellationToken);

        List<CalendarInfo> known = list is null
            ? [.. (await calendars.KnownAsync(account, cancellationToken)).Where(c => c.HoldsTasks).Take(MaxLists)]
            : [];
        IReadOnlyList<CalendarName> lists = list is null
            ? [.. known.Select(c => c.Name)]
            : [CalendarArguments.Calendar("list", list)];
        var search = new TasksQuery(lists, zone)
        {
            WithDone = done,
            TitleContains = query,
            DueBefore = CalendarArguments.Time("dueBy", dueBy, zone) is { } due ? EventEnds.Stored(due).Moment : null,
        };
        var found = await tasks.ListAsync(account, search, cancellationToken);
        return new(
            [.. found.Skip(offset).Take(limit).Select(t => TaskEntry.Of(account, zone, t))],
            known.Count > 0 ? [.. known.Select(TaskListItem.Of)] : null,
            PageOffset.Encode("list_tasks", offset + limit, found.Count)
        );
    }

    private async Task<TaskList> DeletedAsync(
        NextcloudAccount account,
        TimeZoneId zone,
        (int Offset, int Limit) page,
        CancellationToken cancellationToken
    )
    {
        var found = await trash.ListAsync(account, tasks: true, zone, cancellationToken);
        return new(
            [.. found.Skip(page.Offset).Take(page.Limit).Select(d => TaskEntry.Of(d, zone))],
            NextCursor: PageOffset.Encode("list_tasks", page.Offset + page.Limit, found.Count)
        );
    }
}
