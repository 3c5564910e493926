using System.ComponentModel;
using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Tasks;
using Gatehouse.Nextcloud.Tools.Calendar;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Tasks;

/// <summary>A task.</summary>
internal sealed record TaskEntry(
    [property: Description("List and object; in the trash bin for restore_event.")] string Id,
    string Title,
    [property: Description("Pass it to the tools that change the task.")] string? Etag = null,
    [property: Description("needs-action, in-process, completed or cancelled.")] string? Status = null,
    [property: Description("In the person's zone; a date for a whole day.")] string? Due = null,
    [property: Description("1 is highest, 9 lowest.")] int? Priority = null,
    int? Percent = null,
    string? Description = null,
    string? Start = null,
    string? Completed = null,
    string? Location = null,
    string? Url = null,
    [property: Description("RRULE.")] string? Rule = null,
    IReadOnlyList<string>? Categories = null,
    [property: Description("Minutes before.")] IReadOnlyList<int>? Reminders = null,
    [property: Description("Names it as parent of others.")] string? Uid = null,
    [property: Description("The uid of the task it belongs to.")] string? Parent = null,
    [property: Description("The task's page, for the person.")] string? Link = null,
    [property: Description("When it was deleted.")] string? Deleted = null
)
{
    public static TaskEntry Of(NextcloudAccount account, TimeZoneId zone, TaskItem task) =>
        new(task.Id.ToString(), task.Title, task.ETag.ToString(), task.Status)
        {
            Due = task.Due?.Text(zone),
            Priority = task.Priority > 0 ? task.Priority : null,
            Percent = task.PercentComplete > 0 ? task.PercentComplete : null,
            Description = task.Description,
            Start = task.Start?.Text(zone),
            Completed = task.Completed is { } completed ? CalendarArguments.Shown(zone, completed) : null,
            Location = task.Location,
            Url = task.Url,
            Rule = task.Rule,
            Categories = task.Categories.Count > 0 ? task.Categories : null,
            Reminders = task.Reminders.Count > 0 ? task.Reminders : null,
            Uid = task.Uid,
            Parent = task.ParentUid,
            Link = LinkOf(account, task.Id),
        };

    public static TaskEntry Of(DeletedObject found, TimeZoneId zone) =>
        new($"trashbin/{found.TrashName}", found.Title)
        {
            Due = found.Start?.Text(zone),
            Deleted = found.DeletedAt is { } deleted ? CalendarArguments.Shown(zone, deleted) : null,
        };

    public static string LinkOf(NextcloudAccount account, CalendarObjectId id) =>
        account.Cloud.Link(
            $"/index.php/apps/tasks/calendars/{Uri.EscapeDataString(id.Calendar.ToString())}/tasks/{Uri.EscapeDataString(id.Name)}"
        );
}
