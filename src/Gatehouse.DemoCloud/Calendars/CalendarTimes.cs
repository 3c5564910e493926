using System.Globalization;
using Gatehouse.DemoCloud.Objects;
using Ical.Net.CalendarComponents;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>When the events of one object happen.</summary>
internal static class CalendarTimes
{
    /// <summary>Enough for every day of a lifetime; a rule that says every second ends here.</summary>
    private const int MaxOccurrences = 30_000;

    public static string Utc(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A time of the form <c>20261201T000000Z</c> or a date, as UTC; anything else is none.</summary>
    public static DateTime? Parse(string? text) =>
        DateTime.TryParseExact(
            text,
            ["yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd'T'HHmmss", "yyyyMMdd"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? time
            : null;

    /// <summary>The occurrences of an object's events that overlap a range, exceptions in their place, in order.</summary>
    public static IReadOnlyList<CalendarOccurrence> Between(VObject root, DateTime start, DateTime end)
    {
        var calendar = Ical.Net.Calendar.Load(root.ToString());
        var events = root.Children.Where(child => child.Name == "VEVENT").ToList();
        if (calendar is null || events.Count == 0)
        {
            return [];
        }

        var found = new List<CalendarOccurrence>();
        foreach (var occurrence in calendar.GetOccurrences<CalendarEvent>().Take(MaxOccurrences))
        {
            var from = occurrence.Period.StartTime.AsUtc;
            var to = occurrence.Period.EffectiveEndTime?.AsUtc ?? from;
            if (from >= end)
            {
                break;
            }

            if (to > start || (to == from && from >= start))
            {
                var source = (CalendarEvent)occurrence.Source;
                found.Add(
                    new CalendarOccurrence(from, to, !occurrence.Period.StartTime.HasTime, ComponentOf(events, source))
                );
            }
        }

        return found;
    }

    /// <summary>The component an occurrence comes from: its exception, or the series.</summary>
    private static VObject ComponentOf(List<VObject> events, CalendarEvent source)
    {
        var recurrence = source.RecurrenceIdentifier?.StartTime.AsUtc;
        return events.Find(one =>
                recurrence is null
                    ? one.Property("RECURRENCE-ID") is null
                    : one.Property("RECURRENCE-ID") is { } id && UtcOf(id) == recurrence
            ) ?? events[0];
    }

    /// <summary>A date-time property as UTC, by the zone it names.</summary>
    public static DateTime? UtcOf(VProperty property)
    {
        var zone = property.Parameter("TZID")?.Trim('"');
        if (zone is null || property.Value.EndsWith('Z') || Parse(property.Value) is not { } local)
        {
            return Parse(property.Value);
        }

        return new Ical.Net.DataTypes.CalDateTime(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone).AsUtc;
    }
}
