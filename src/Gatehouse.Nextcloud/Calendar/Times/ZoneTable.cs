using Gatehouse.Nextcloud.Calendar.Ics;
using NodaTime;

namespace Gatehouse.Nextcloud.Calendar.Times;

/// <summary>The zones of one calendar object: its TZIDs as real zones, and the zone of the person for days and floating times.</summary>
internal sealed class ZoneTable(IcsComponent calendar, TimeZoneId person)
{
    private readonly Dictionary<string, TimeZoneId> found = new(StringComparer.Ordinal);

    public TimeZoneId Person => person;

    /// <summary>
    /// The database's zone of that name; for a name it does not know, the one the VTIMEZONE points to, or its standard offset.
    /// </summary>
    public TimeZoneId Find(string tzid)
    {
        if (found.TryGetValue(tzid, out var zone))
            return zone;

        zone = Resolve(tzid);
        found[tzid] = zone;
        return zone;
    }

    private TimeZoneId Resolve(string tzid)
    {
        if (TimeZoneId.TryParse(tzid, out var known))
            return known;

        var definition = calendar
            .Components("VTIMEZONE")
            .FirstOrDefault(z => string.Equals(z.Value("TZID"), tzid, StringComparison.Ordinal));
        if (definition is null)
            return person;
        if (TimeZoneId.TryParse(definition.Value("X-LIC-LOCATION"), out var located))
            return located;

        var standard = definition.Components("STANDARD").Concat(definition.Components("DAYLIGHT")).FirstOrDefault();
        return standard?.Value("TZOFFSETTO") is { } offset && OffsetOf(offset) is { } seconds
            ? new TimeZoneId(DateTimeZone.ForOffset(Offset.FromSeconds(seconds)))
            : person;
    }

    /// <summary>RFC 5545 §3.3.14.</summary>
    private static int? OffsetOf(string text)
    {
        if (
            text.Length is not (5 or 7)
            || text[0] is not ('+' or '-')
            || text.AsSpan(1).ContainsAnyExceptInRange('0', '9')
        )
            return null;

        var hours = (text[1] - '0') * 10 + text[2] - '0';
        var minutes = (text[3] - '0') * 10 + text[4] - '0';
        var seconds = hours * 3600 + minutes * 60;
        if (seconds > 18 * 3600)
            return null;
        return text[0] == '-' ? -seconds : seconds;
    }
}
