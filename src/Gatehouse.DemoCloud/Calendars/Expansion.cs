using System.Globalization;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>RFC 4791 §9.6.5: a series as the single events of a range, in UTC, without time zones.</summary>
internal static class Expansion
{
    private static readonly string[] OfSeries = ["RRULE", "RDATE", "EXDATE", "EXRULE"];

    public static VObject Expand(VObject root, DateTime start, DateTime end)
    {
        var expanded = new VObject(root.Name)
        {
            Properties =
            [
                VProperty.Of("VERSION", "2.0"),
                VProperty.Of("PRODID", Sabre.ProductId),
                VProperty.Of("CALSCALE", "GREGORIAN"),
            ],
        };
        expanded.Children.AddRange(CalendarTimes.Between(root, start, end).Select(Single));
        return expanded;
    }

    private static VObject Single(CalendarOccurrence occurrence)
    {
        var single = occurrence.Component.Copy();
        var isSeries = single.Property("RRULE") is not null || single.Property("RDATE") is not null;
        single.Properties.RemoveAll(property => OfSeries.Contains(property.Name));
        single.Set(Time("DTSTART", occurrence.Start, occurrence.IsAllDay));
        if (single.Property("DTEND") is not null)
        {
            single.Set(Time("DTEND", occurrence.End, occurrence.IsAllDay));
        }

        if (single.Property("RECURRENCE-ID") is { } id && CalendarTimes.UtcOf(id) is { } recurrence)
        {
            single.Set(Time("RECURRENCE-ID", recurrence, id.Value.Length == 8));
        }
        else if (isSeries)
        {
            single.Set(Time("RECURRENCE-ID", occurrence.Start, occurrence.IsAllDay));
        }

        return single;
    }

    private static VProperty Time(string name, DateTime time, bool isDate) =>
        isDate
            ? new VProperty(name, [new("VALUE", "DATE")], time.ToString("yyyyMMdd", CultureInfo.InvariantCulture))
            : VProperty.Of(name, CalendarTimes.Utc(time));
}
