using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Calendar.Recurrence;
using Gatehouse.Nextcloud.Calendar.Times;

namespace Gatehouse.Nextcloud.Calendar.Events;

/// <summary>Reads events out of objects.</summary>
internal static class EventReader
{
    private const int MaxPeople = 500;

    /// <summary>The series, or what does not recur; when there are only single occurrences, the first of them. Null when nothing is readable.</summary>
    public static CalendarEvent? Whole(CalendarObject read, TimeZoneId person)
    {
        var series = new RecurringObject(read.Calendar, "VEVENT", person);
        var component = series.Master ?? read.Calendar.Components("VEVENT").FirstOrDefault();
        if (component is null || EventSpan.Of(component, series.Zones) is not { } span)
            return null;

        var id = component.Line("RECURRENCE-ID") is { } line ? EventTime.Read(line, series.Zones) : null;
        return Of(read, series, new(component, span, id)) with { Excluded = [.. ExcludedOf(component, series.Zones)] };
    }

    public static CalendarEvent Of(CalendarObject read, RecurringObject series, Occurrence occurrence)
    {
        var component = occurrence.Component;
        return new(read.Id, read.ETag, component.Text("SUMMARY") ?? "", occurrence.Span.Start, occurrence.Span.End)
        {
            Uid = component.Text("UID") ?? "",
            RecurrenceId = occurrence.RecurrenceId,
            IsException = component.Line("RECURRENCE-ID") is not null,
            Rule = series.Master?.Value("RRULE"),
            IsRuleRefused = series.IsRefused,
            Location = component.Text("LOCATION"),
            Description = component.Text("DESCRIPTION"),
            Url = component.Value("URL"),
            Status = Word(component.Value("STATUS")),
            Visibility = Word(component.Value("CLASS")) is var word && word == "public" ? null : word,
            IsFree = Word(component.Value("TRANSP")) == "transparent",
            Categories = CategoriesOf(component),
            Organizer = component.Line("ORGANIZER") is { } organizer ? PersonOf(organizer) : null,
            Attendees = [.. component.Lines("ATTENDEE").Take(MaxPeople).Select(PersonOf)],
            Reminders = RemindersOf(component),
        };
    }

    public static IReadOnlyList<string> CategoriesOf(IcsComponent component) =>
        [
            .. component
                .Lines("CATEGORIES")
                .SelectMany(l => IcsText.UnescapeList(l.Value))
                .Where(c => c.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];

    public static IReadOnlyList<int> RemindersOf(IcsComponent component) =>
        [
            .. component
                .Components("VALARM")
                .Select(a => a.Line("TRIGGER"))
                .Where(t => t is not null && t.Parameter("RELATED") is not "END")
                .Select(t => IcsDuration.Parse(t!.Value))
                .Where(d => d is { } duration && TotalMinutes(duration) <= 0)
                .Select(d => (int)-TotalMinutes(d!.Value)),
        ];

    public static string? Word(string? value) => value?.Trim().ToLowerInvariant();

    private static long TotalMinutes(IcsDuration duration) => duration.Days * 1440L + duration.Seconds / 60;

    private static EventPerson PersonOf(IcsLine line) =>
        new(AddressOf(line.Value), line.Parameter("CN"))
        {
            Response = Word(line.Parameter("PARTSTAT")) ?? "needs-action",
            Role = Word(line.Parameter("ROLE")) ?? "req-participant",
            ScheduleStatus = line.Parameter("SCHEDULE-STATUS"),
        };

    public static string AddressOf(string uri) =>
        uri.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? uri["mailto:".Length..].Trim() : uri.Trim();

    private static IEnumerable<EventTime> ExcludedOf(IcsComponent component, ZoneTable zones) =>
        component
            .Lines("EXDATE")
            .SelectMany(l => l.Value.Split(',').Select(v => EventTime.Read(v.Trim(), l.Parameter("TZID"), zones)))
            .OfType<EventTime>();
}
