using Gatehouse.Nextcloud.Calendar.Times;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>Calendars store the day after the last; people and models mean the last day.</summary>
internal static class EventEnds
{
    public static EventTime Shown(EventTime start, EventTime end) =>
        end.IsDate && end.Date > start.Date ? end.PlusDays(-1) : end;

    public static EventTime Stored(EventTime end) => end.IsDate ? end.PlusDays(1) : end;
}
