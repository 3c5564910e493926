using System.ComponentModel;
using Gatehouse.Nextcloud.Calendar.Events;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>All that is known of an event.</summary>
internal sealed record EventDetails(
    EventItem Event,
    string? Description = null,
    string? Url = null,
    [property: Description("The zone it is written in.")] string? TimeZone = null,
    [property: Description("RRULE of its series.")] string? Rule = null,
    [property: Description("The rule recurs without bound and is not expanded.")] bool? RuleRefused = null,
    [property: Description("What the series leaves out.")] IReadOnlyList<string>? Excluded = null,
    IReadOnlyList<string>? Categories = null,
    string? Visibility = null,
    [property: Description("Minutes before the start.")] IReadOnlyList<int>? Reminders = null,
    PersonItem? Organizer = null,
    IReadOnlyList<PersonItem>? Attendees = null,
    [property: Description("Its iCalendar text as an MCP resource.")] string? Resource = null
)
{
    public static EventDetails Of(NextcloudAccount account, TimeZoneId zone, CalendarEvent found) =>
        new(
            EventItem.Of(account, zone, found),
            found.Description,
            found.Url,
            found.Start.ZoneName,
            found.Rule,
            found.IsRuleRefused ? true : null,
            Some(found.Excluded.Select(e => e.Text(zone))),
            Some(found.Categories),
            found.Visibility,
            Some(found.Reminders),
            found.Organizer is { } organizer ? PersonItem.Organizer(organizer) : null,
            Some(found.Attendees.Select(PersonItem.Attendee)),
            CalendarUri.Of(found.Id)
        );

    private static List<T>? Some<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } some ? some : null;
}
