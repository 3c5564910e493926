using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Gatehouse.Nextcloud.Calendar.Ics;
using NodaTime;
using NodaTime.Text;

namespace Gatehouse.Nextcloud.Calendar.Times;

/// <summary>
/// When something begins or ends, in the form it has in the calendar: a day, a time in a zone, in UTC, or a floating time (which is taken in the
/// zone of the person who looks).
/// </summary>
public readonly record struct EventTime
{
    private const string DateForm = "yyyyMMdd";
    private const string TimeForm = "yyyyMMdd'T'HHmmss";

    private readonly TimeZoneId zone;

    internal EventTime(EventTimeKind kind, LocalDateTime local, string? tzid, TimeZoneId zone)
    {
        Kind = kind;
        Local = local;
        Tzid = tzid;
        this.zone = zone;
    }

    /// <summary>A day and no time.</summary>
    public bool IsDate => Kind == EventTimeKind.Date;

    /// <summary>The day the calendar shows.</summary>
    public DateOnly Date => Local.Date.ToDateOnly();

    /// <summary>The moment; for a day its beginning in the zone of the person.</summary>
    public DateTimeOffset Moment => Instant.ToDateTimeOffset();

    /// <summary>The zone it is written in: an IANA name, the calendar's own name, <c>UTC</c>, or null for days and floating times.</summary>
    public string? ZoneName =>
        Kind switch
        {
            EventTimeKind.Zoned => Tzid,
            EventTimeKind.Utc => "UTC",
            _ => null,
        };

    internal EventTimeKind Kind { get; }

    internal LocalDateTime Local { get; }

    internal string? Tzid { get; }

    internal TimeZoneId Zone => zone;

    internal Instant Instant => Local.InZoneLeniently(zone.Zone).ToInstant();

    /// <summary>
    /// Reads what people and models write: <c>2026-12-01</c> is a day, <c>2026-12-01T10:00</c> a time in <paramref name="zone"/>,
    /// <c>2026-12-01T10:00:00+01:00</c> that moment, written in <paramref name="zone"/>.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, TimeZoneId zone, out EventTime time)
    {
        time = default;
        var trimmed = text?.Trim() ?? "";
        if (LocalDatePattern.Iso.Parse(trimmed).TryGetValue(default, out var date))
            time = OfDate(date, zone);
        else if (ParseLocal(trimmed) is { } local)
            time = InZone(local, zone);
        else if (OffsetDateTimePattern.ExtendedIso.Parse(WithSeconds(trimmed)).TryGetValue(default, out var moment))
            time = InZone(moment.ToInstant().InZone(zone.Zone).LocalDateTime, zone);
        else
            return false;

        return time.Local.Year is > 1900 and < 2200;
    }

    /// <summary>For people and models: <c>2026-12-01</c>, or <c>2026-12-01T10:00:00+01:00</c> in their zone.</summary>
    public string Text(TimeZoneId reader) =>
        IsDate
            ? LocalDatePattern.Iso.Format(Local.Date)
            : OffsetDateTimePattern
                .CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<m>")
                .Format(Instant.InZone(reader.Zone).ToOffsetDateTime());

    /// <summary>As many days later, by the calendar.</summary>
    public EventTime PlusDays(int days) => At(Local.PlusDays(days));

    internal static EventTime OfDate(LocalDate date, TimeZoneId zone) =>
        new(EventTimeKind.Date, date.AtMidnight(), tzid: null, zone);

    internal static EventTime InZone(LocalDateTime local, TimeZoneId zone) =>
        zone == TimeZoneId.Utc
            ? new(EventTimeKind.Utc, local, tzid: null, zone)
            : new(EventTimeKind.Zoned, local, zone.ToString(), zone);

    /// <summary>Reads a DATE or DATE-TIME; null when the value is none.</summary>
    internal static EventTime? Read(IcsLine line, ZoneTable zones) =>
        Read(line.Value.Trim(), line.Parameter("TZID"), zones);

    internal static EventTime? Read(string value, string? tzid, ZoneTable zones)
    {
        if (Parsed(value, DateForm) is { } date)
            return new(EventTimeKind.Date, date, tzid: null, zones.Person);
        if (value.EndsWith('Z') && Parsed(value[..^1], TimeForm) is { } utc)
            return new(EventTimeKind.Utc, utc, tzid: null, TimeZoneId.Utc);
        if (Parsed(value, TimeForm) is not { } local)
            return null;
        return tzid is null
            ? new(EventTimeKind.Floating, local, tzid: null, zones.Person)
            : new(EventTimeKind.Zoned, local, tzid, zones.Find(tzid));
    }

    /// <summary>The same form at another local time.</summary>
    internal EventTime At(LocalDateTime local) => new(Kind, local, Tzid, zone);

    /// <summary>The same form at another moment.</summary>
    internal EventTime At(Instant instant) => At(instant.InZone(zone.Zone).LocalDateTime);

    /// <summary>The value without its parameters.</summary>
    internal string Value =>
        Kind switch
        {
            EventTimeKind.Date => Form(DateForm),
            EventTimeKind.Utc => Form(TimeForm) + "Z",
            _ => Form(TimeForm),
        };

    internal IcsLine Line(string name) =>
        Kind switch
        {
            EventTimeKind.Date => IcsLine.Of(name, Value, new IcsParameter("VALUE", "DATE")),
            EventTimeKind.Zoned => IcsLine.Of(name, Value, new IcsParameter("TZID", Tzid!)),
            _ => IcsLine.Of(name, Value),
        };

    /// <inheritdoc/>
    public override string ToString() => Tzid is null ? Value : $"{Value} {Tzid}";

    private string Form(string form) => Local.ToDateTimeUnspecified().ToString(form, CultureInfo.InvariantCulture);

    private static LocalDateTime? Parsed(string value, string form) =>
        DateTime.TryParseExact(value, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? LocalDateTime.FromDateTime(time)
            : null;

    private static LocalDateTime? ParseLocal(string text) =>
        LocalDateTimePattern.ExtendedIso.Parse(WithSeconds(text.Replace(' ', 'T'))).TryGetValue(default, out var local)
            ? local
            : null;

    /// <summary>ISO 8601 lets the seconds go; the patterns do not.</summary>
    private static string WithSeconds(string text) =>
        text.Length >= 16 && text[13] == ':' && (text.Length == 16 || text[16] is '+' or '-' or 'Z')
            ? text[..16] + ":00" + text[16..]
            : text;
}
