using System.Globalization;
using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Events;
using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Calendar.Times;

namespace Gatehouse.Nextcloud.Tasks;

/// <summary>Reads tasks out of objects.</summary>
internal static class TaskReader
{
    public static TaskItem? Read(CalendarObject read, TimeZoneId person)
    {
        if (Component(read.Calendar) is not { } component)
            return null;

        var zones = new ZoneTable(read.Calendar, person);
        return new(read.Id, read.ETag, component.Text("SUMMARY") ?? "")
        {
            Uid = component.Text("UID") ?? "",
            ParentUid = ParentOf(component) is { } parent ? IcsText.Unescape(parent.Value) : null,
            Description = component.Text("DESCRIPTION"),
            Start = Time(component, "DTSTART", zones),
            Due = Time(component, "DUE", zones),
            Status = StatusOf(component),
            PercentComplete = Math.Clamp(Number(component.Value("PERCENT-COMPLETE")), 0, 100),
            Priority = Math.Clamp(Number(component.Value("PRIORITY")), 0, 9),
            Completed = Time(component, "COMPLETED", zones)?.Moment,
            Categories = EventReader.CategoriesOf(component),
            Reminders = EventReader.RemindersOf(component),
            Location = component.Text("LOCATION"),
            Url = component.Value("URL"),
            Rule = component.Value("RRULE"),
        };
    }

    public static IcsComponent? Component(IcsComponent calendar) =>
        calendar.Components("VTODO").FirstOrDefault(c => c.Line("RECURRENCE-ID") is null)
        ?? calendar.Components("VTODO").FirstOrDefault();

    /// <summary>RFC 5545 §3.8.4.5: the parent is what has no type, or the type PARENT.</summary>
    public static IcsLine? ParentOf(IcsComponent component) =>
        component.Lines("RELATED-TO").FirstOrDefault(l => l.Parameter("RELTYPE") is null or "PARENT");

    /// <summary>Some clients leave STATUS away and say only when it was completed.</summary>
    private static string StatusOf(IcsComponent component) =>
        EventReader.Word(component.Value("STATUS"))
        ?? (component.Line("COMPLETED") is null ? "needs-action" : "completed");

    private static EventTime? Time(IcsComponent component, string property, ZoneTable zones) =>
        component.Line(property) is { } line ? EventTime.Read(line, zones) : null;

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
