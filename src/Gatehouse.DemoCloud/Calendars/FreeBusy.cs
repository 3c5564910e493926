using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>When somebody is busy: opaque, not cancelled, touching times joined.</summary>
internal static class FreeBusy
{
    public static VObject Of(IEnumerable<ObjectCollection> calendars, DateTime start, DateTime end, DateTime now)
    {
        var busy = new VObject("VFREEBUSY")
        {
            Properties =
            [
                VProperty.Of("DTSTART", CalendarTimes.Utc(start)),
                VProperty.Of("DTEND", CalendarTimes.Utc(end)),
                VProperty.Of("DTSTAMP", CalendarTimes.Utc(now)),
            ],
        };
        var times = calendars
            .SelectMany(calendar => calendar.Objects)
            .Where(item => item.Kind == "VEVENT")
            .SelectMany(item => CalendarTimes.Between(item.Parsed, start, end))
            .Where(occurrence => IsBusy(occurrence.Component) && occurrence.End > occurrence.Start)
            .Select(occurrence => (Start: Max(occurrence.Start, start), End: Min(occurrence.End, end)))
            .OrderBy(time => time.Start);
        foreach (var (from, to) in Joined(times))
        {
            busy.Properties.Add(VProperty.Of("FREEBUSY", $"{CalendarTimes.Utc(from)}/{CalendarTimes.Utc(to)}"));
        }

        return busy;
    }

    /// <summary>The calendar object around it; a method makes it a scheduling message.</summary>
    public static VObject Wrap(VObject busy, string? method)
    {
        var root = new VObject("VCALENDAR")
        {
            Properties =
            [
                VProperty.Of("VERSION", "2.0"),
                VProperty.Of("PRODID", Sabre.ProductId),
                VProperty.Of("CALSCALE", "GREGORIAN"),
            ],
            Children = [busy],
        };
        if (method is not null)
        {
            root.Properties.Add(VProperty.Of("METHOD", method));
        }

        return root;
    }

    private static bool IsBusy(VObject component) =>
        component.Value("TRANSP") != "TRANSPARENT" && component.Value("STATUS") != "CANCELLED";

    private static List<(DateTime Start, DateTime End)> Joined(IEnumerable<(DateTime Start, DateTime End)> times)
    {
        var joined = new List<(DateTime Start, DateTime End)>();
        foreach (var time in times)
        {
            if (joined.Count > 0 && time.Start < joined[^1].End)
            {
                joined[^1] = (joined[^1].Start, Max(joined[^1].End, time.End));
            }
            else
            {
                joined.Add(time);
            }
        }

        return joined;
    }

    private static DateTime Max(DateTime one, DateTime other) => one > other ? one : other;

    private static DateTime Min(DateTime one, DateTime other) => one < other ? one : other;
}
