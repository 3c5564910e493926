using System.ComponentModel;
using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Events;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>An event, or one occurrence of a series.</summary>
internal sealed record EventItem(
    [property: Description("Calendar and object; in the trash bin for restore_event.")] string Id,
    string Title,
    [property: Description("In the person's zone; a date for whole days.")] string? Start = null,
    [property: Description("For whole days the last day.")] string? End = null,
    [property: Description("Pass it to the tools that change the event.")] string? Etag = null,
    [property: Description("Names this occurrence of a series.")] string? RecurrenceId = null,
    string? Location = null,
    string? Status = null,
    [property: Description("Does not make the person busy.")] bool? Free = null,
    [property: Description("How many people are invited.")] int? Attendees = null,
    [property: Description("The event's page, for the person.")] string? Link = null,
    [property: Description("When it was deleted.")] string? Deleted = null
)
{
    public static EventItem Of(NextcloudAccount account, TimeZoneId zone, CalendarEvent found) =>
        new(
            found.Id.ToString(),
            found.Title,
            found.Start.Text(zone),
            EventEnds.Shown(found.Start, found.End).Text(zone),
            found.ETag.ToString(),
            found.RecurrenceId?.Text(zone),
            found.Location,
            found.Status,
            found.IsFree ? true : null,
            found.Attendees.Count > 0 ? found.Attendees.Count : null,
            EventLink.Of(account, found.Id)
        );

    public static EventItem Of(DeletedObject found, TimeZoneId zone) =>
        new(
            $"trashbin/{found.TrashName}",
            found.Title,
            found.Start?.Text(zone),
            Deleted: found.DeletedAt is { } deleted ? CalendarArguments.Shown(zone, deleted) : null
        );
}
