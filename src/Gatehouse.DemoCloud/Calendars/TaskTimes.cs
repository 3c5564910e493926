using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>RFC 4791 §9.9: when a VTODO overlaps a range. One without any time always does.</summary>
internal static class TaskTimes
{
    public static bool Overlaps(VObject task, DateTime start, DateTime end)
    {
        var (from, due) = (Time(task, "DTSTART"), Time(task, "DUE"));
        if (from is not null && task.Property("RRULE") is not null)
        {
            return from < end;
        }

        return (from, due) switch
        {
            ({ } begin, { } until) => (start < until || start <= begin) && (end > begin || end >= until),
            ({ } begin, null) => start <= begin && end > begin,
            (null, { } until) => start < until && end >= until,
            _ => WithoutPlan(task, start, end),
        };
    }

    private static bool WithoutPlan(VObject task, DateTime start, DateTime end) =>
        (Time(task, "COMPLETED"), Time(task, "CREATED")) switch
        {
            ({ } completed, { } created) => (start <= created || start <= completed)
                && (end >= created || end >= completed),
            ({ } completed, null) => start <= completed && end >= completed,
            (null, { } created) => end > created,
            _ => true,
        };

    private static DateTime? Time(VObject task, string name) =>
        task.Property(name) is { } property ? CalendarTimes.UtcOf(property) : null;
}
