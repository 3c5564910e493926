using System.ComponentModel;
using Gatehouse.Nextcloud.Tasks;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Calendar;
using Gatehouse.Nextcloud.Tools.Errors;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Tasks;

/// <summary>Writes, completes, moves and deletes tasks. What a call does not name stays as it is.</summary>
[McpServerToolType]
[RequiresScope(TasksApp.Write)]
internal sealed class TaskWriteTools(TasksClient tasks, CalendarPerson person)
{
    private static readonly TaskFields nothing = new();

    [McpServerTool(
        Name = "save_task",
        Title = "Save a task",
        ReadOnly = false,
        Destructive = true,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("PUT /remote.php/dav/calendars/{user}/{calendar}/{object}")]
    [Upstream("GET /remote.php/dav/calendars/{user}/{calendar}/{object}", When = "with an id")]
    [Upstream("MOVE /remote.php/dav/calendars/{user}/{calendar}/{object}", When = "to another list")]
    [Description(
        "Creates a task (list, title), or with id and etag changes (\"\" or [] removes), completes or moves it."
    )]
    public async Task<TaskSaved> SaveAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Of the task to change.")] string? id = null,
        [Description("From listing it.")] string? etag = null,
        [Description("For a new one; alone: moves there.")] string? list = null,
        [Description("Title.")] string? title = null,
        [Description("Description.")] string? description = null,
        [Description("2026-11-25, or with a time.")] string? due = null,
        [Description("Same form.")] string? start = null,
        [Description("Status.")] TaskState? status = null,
        [Description("Done.")] int? percent = null,
        [Description("1 highest, 9 lowest.")] int? priority = null,
        [Description("uid of the task above.")] string? parent = null,
        [Description("RRULE.")] string? rule = null,
        [Description("Minutes before.")] int[]? reminders = null,
        [Description("All.")] string[]? categories = null,
        CancellationToken cancellationToken = default
    )
    {
        var (account, zone) = await person.OfAsync(request, cancellationToken);
        var fields = new TaskFields
        {
            Title = CalendarArguments.Text("title", title),
            Description = CalendarArguments.Text("description", description),
            Due = due is "" ? null : CalendarArguments.Time("due", due, zone),
            RemovesDue = due is "",
            Start = start is "" ? null : CalendarArguments.Time("start", start, zone),
            RemovesStart = start is "",
            Status = Word(status),
            PercentComplete = percent is { } p ? Arguments.Between("percent", p, 0, 100) : null,
            Priority = priority is { } most ? Arguments.Between("priority", most, 0, 9) : null,
            ParentUid = CalendarArguments.Text("parent", parent),
            Rule = CalendarArguments.Rule(rule),
            RemovesRule = rule is "",
            Reminders = CalendarArguments.Reminders(reminders),
            Categories = categories,
        };
        if (id is null)
        {
            _ = Arguments.NotEmpty("title", title ?? "");
            var name = CalendarArguments.Calendar("list", list ?? "");
            return TaskSaved.Of(account, await tasks.CreateAsync(account, name, fields, zone, cancellationToken));
        }

        var target = CalendarArguments.Id(id);
        var version = Arguments.ETag(etag ?? "");
        var to = list is null ? target.Calendar : CalendarArguments.Calendar("list", list);
        if (to == target.Calendar)
        {
            var written = await tasks.ChangeAsync(account, target, version, fields, zone, cancellationToken);
            return TaskSaved.Of(account, written);
        }

        return fields == nothing
            ? TaskSaved.Of(account, await tasks.MoveAsync(account, target, to, version, cancellationToken))
            : throw Arguments.Bad("list", "Moving is a call of its own, with id and etag and no other changes.");
    }

    [McpServerTool(
        Name = "delete_task",
        Title = "Delete a task",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("DELETE /remote.php/dav/calendars/{user}/{calendar}/{object}")]
    [Description("Moves a task to the trash bin.")]
    public async Task<TaskDeleted> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("From list_tasks.")] string id,
        [Description("From listing it.")] string etag,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        await tasks.DeleteAsync(account, CalendarArguments.Id(id), Arguments.ETag(etag), cancellationToken);
        return new(id);
    }

    private static string? Word(TaskState? status) =>
        status switch
        {
            TaskState.NeedsAction => "needs-action",
            TaskState.InProcess => "in-process",
            TaskState.Completed => "completed",
            TaskState.Cancelled => "cancelled",
            _ => null,
        };
}
