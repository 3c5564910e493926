using System.Collections.Concurrent;
using System.Globalization;
using Gatehouse.Nextcloud.Calendar.Ics;
using NodaTime;
using NodaTime.TimeZones;

namespace Gatehouse.Nextcloud.Calendar.Times;

/// <summary>
/// RFC 5545 §3.6.5: writes a zone as VTIMEZONE. Changes that come back every year by one rule get an RRULE; others (Morocco's follow the moon)
/// are written one by one for the years to come.
/// </summary>
internal static class VTimeZone
{
    private const int YearsBefore = 1;
    private const int YearsAfter = 12;
    private static readonly ConcurrentDictionary<(string Id, int Year), IcsComponent> written = new();

    /// <summary>The definition for events of a year and later.</summary>
    public static IcsComponent Of(TimeZoneId zone, int year)
    {
        // Ten years share one definition, so that the cache stays small.
        var from = year - year % 10 - YearsBefore;
        return written.GetOrAdd((zone.ToString(), from), static (key, zone) => Write(zone, key.Year), zone.Zone).Copy();
    }

    private static IcsComponent Write(DateTimeZone zone, int year)
    {
        var component = new IcsComponent("VTIMEZONE");
        component.Add(IcsLine.Of("TZID", zone.Id));
        var begin = Instant.FromUtc(year, 1, 1, 0, 0);
        var end = Instant.FromUtc(year + 10 + YearsAfter, 1, 1, 0, 0);
        var changes = zone.GetZoneIntervals(begin, end).Where(i => i.HasStart && i.Start >= begin).ToList();
        if (changes.Count == 0)
            component.Add(Observance(zone.GetZoneInterval(begin), "19700101T000000", before: null, rule: null));

        foreach (var group in changes.GroupBy(c => (c.Name, c.WallOffset)))
            Add(component, zone, [.. group]);
        return component;
    }

    private static void Add(IcsComponent component, DateTimeZone zone, List<ZoneInterval> changes)
    {
        var rules = changes.Select(c => RuleOf(zone, c)).Distinct(StringComparer.Ordinal).ToList();
        var lastWeek = changes.Select(c => RuleOf(zone, c, fromEnd: true)).Distinct(StringComparer.Ordinal).ToList();
        var isYearly =
            changes.Count >= YearsAfter && changes.Select(c => c.IsoLocalStart.TimeOfDay).Distinct().Count() == 1;
        var rule = (isYearly, lastWeek.Count, rules.Count) switch
        {
            (true, 1, _) => lastWeek[0],
            (true, _, 1) => rules[0],
            _ => null,
        };
        foreach (var change in rule is null ? changes : [.. changes.Take(1)])
        {
            var before = zone.GetZoneInterval(change.Start - Duration.Epsilon);
            component.Add(Observance(change, Form(change.Start.WithOffset(before.WallOffset)), before, rule));
        }
    }

    private static IcsComponent Observance(ZoneInterval interval, string start, ZoneInterval? before, string? rule)
    {
        var observance = new IcsComponent(interval.Savings == Offset.Zero ? "STANDARD" : "DAYLIGHT");
        observance.Add(IcsLine.Of("TZOFFSETFROM", Form((before ?? interval).WallOffset)));
        observance.Add(IcsLine.Of("TZOFFSETTO", Form(interval.WallOffset)));
        observance.Add(IcsLine.Of("TZNAME", interval.Name));
        observance.Add(IcsLine.Of("DTSTART", start));
        if (rule is not null)
            observance.Add(IcsLine.Of("RRULE", rule));
        return observance;
    }

    private static string RuleOf(DateTimeZone zone, ZoneInterval change, bool fromEnd = false)
    {
        var before = zone.GetZoneInterval(change.Start - Duration.Epsilon);
        var local = change.Start.WithOffset(before.WallOffset).LocalDateTime;
        var day = local.DayOfWeek.ToString()[..2].ToUpperInvariant();
        var week = (local.Day - 1) / 7 + 1;
        if (fromEnd)
            week = -((local.Calendar.GetDaysInMonth(local.Year, local.Month) - local.Day) / 7 + 1);
        return string.Create(CultureInfo.InvariantCulture, $"FREQ=YEARLY;BYMONTH={local.Month};BYDAY={week}{day}");
    }

    private static string Form(OffsetDateTime time) =>
        time.LocalDateTime.ToDateTimeUnspecified().ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Form(Offset offset)
    {
        var seconds = Math.Abs(offset.Seconds);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(offset.Seconds < 0 ? '-' : '+')}{seconds / 3600:00}{seconds / 60 % 60:00}"
        );
    }
}
