using System.Globalization;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>The days around the one on which the demo is started, so that its calendars are alive.</summary>
internal sealed class SampleDay(DateTimeOffset now)
{
    private readonly DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);

    public string Stamp { get; } = CalendarTimes.Utc(now.UtcDateTime);

    /// <summary>So many days from today, e.g. <c>20261126</c>.</summary>
    public string In(int days) => Text(today.AddDays(days));

    /// <summary>That day of the week, so many weeks after this one.</summary>
    public string On(DayOfWeek day, int weeks = 0)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return Text(monday.AddDays((((int)day + 6) % 7) + (7 * weeks)));
    }

    private static string Text(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
