using System.Globalization;
using Gatehouse.Nextcloud.Tools.Errors;

namespace Gatehouse.Nextcloud.Tools.Times;

/// <summary>Writes and reads times as a person means them: in their zone.</summary>
internal sealed record PersonZone(TimeZoneInfo Zone)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>A time with the zone's offset, e.g. <c>2026-11-26T09:00:00+01:00</c>.</summary>
    public string Write(DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>A time, or null for none.</summary>
    public string? Write(DateTimeOffset? time) => time is { } there ? Write(there) : null;

    /// <summary>Reads an argument: a time without an offset is one of the zone, a day is its beginning.</summary>
    /// <exception cref="ToolException">It is no time.</exception>
    public DateTimeOffset? Read(string name, string? text)
    {
        if (text is null)
            return null;

        // .NET reads more than that: 12/11/2026 as an American does, and a time alone as one of this machine's day.
        if (
            !DateOnly.TryParseExact(
                text.AsSpan(0, Math.Min(Day.Length, text.Length)),
                Day,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
            || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
            || time.Year is not (> 1 and < 9999)
        )
            throw Arguments.Bad(
                name,
                "It must be a time such as 2026-11-26, 2026-11-26T09:00 or 2026-11-26T09:00:00+01:00, in the years 2 to 9998."
            );
        if (time.Kind == DateTimeKind.Unspecified)
            return new DateTimeOffset(time, Zone.GetUtcOffset(time));

        return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None);
    }
}
