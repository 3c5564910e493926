using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Gatehouse.Nextcloud.Calendar.Times;

/// <summary>A time zone by its IANA name, e.g. <c>Europe/Berlin</c>. The rules come with the program, not from the machine.</summary>
public readonly record struct TimeZoneId : IParsable<TimeZoneId>
{
    private readonly DateTimeZone? zone;

    internal TimeZoneId(DateTimeZone zone) => this.zone = zone;

    /// <summary>UTC.</summary>
    public static TimeZoneId Utc => default;

    internal DateTimeZone Zone => zone ?? DateTimeZone.Utc;

    /// <summary>Reads an IANA name.</summary>
    /// <exception cref="FormatException">There is no such zone.</exception>
    public static TimeZoneId Parse(string text) =>
        TryParse(text, out var id)
            ? id
            : throw new FormatException("This is no time zone of the IANA database, such as Europe/Berlin.");

    /// <summary>Reads an IANA name; Windows names (<c>W. Europe Standard Time</c>) are understood as well.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TimeZoneId id)
    {
        var found = ZoneNames.Find(text);
        id = found is null ? default : new(found);
        return found is not null;
    }

    static TimeZoneId IParsable<TimeZoneId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<TimeZoneId>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out TimeZoneId result
    ) => TryParse(s, out result);

    /// <summary>The same moment with the offset it has in this zone.</summary>
    public DateTimeOffset At(DateTimeOffset moment) =>
        Instant.FromDateTimeOffset(moment).InZone(Zone).ToDateTimeOffset();

    /// <summary>Which day it is here at a moment.</summary>
    public DateOnly DateAt(DateTimeOffset moment) => Instant.FromDateTimeOffset(moment).InZone(Zone).Date.ToDateOnly();

    /// <summary>The moment the clocks here show a day and time; the later one where they jump over it.</summary>
    public DateTimeOffset MomentOf(DateOnly date, TimeOnly time) =>
        (LocalDate.FromDateOnly(date) + LocalTime.FromTimeOnly(time)).InZoneLeniently(Zone).ToDateTimeOffset();

    /// <summary>The IANA name.</summary>
    public override string ToString() => Zone.Id;
}
