using Gatehouse.Nextcloud.Calendar.Times;

namespace Gatehouse.Nextcloud.Calendar.Events;

/// <summary>Which events are looked for.</summary>
/// <param name="From">The beginning of the time.</param>
/// <param name="To">The end of the time; it is at most <see cref="MaxDays"/> days after its beginning.</param>
/// <param name="Person">The zone that days and floating times are taken in.</param>
public sealed record EventQuery(DateTimeOffset From, DateTimeOffset To, TimeZoneId Person)
{
    /// <summary>Three years: what is expanded has a bound.</summary>
    public const int MaxDays = 1100;

    /// <summary>In these calendars.</summary>
    public required IReadOnlyList<CalendarName> Calendars { get; init; }

    /// <summary>Only with this text in their title; the cloud looks for it.</summary>
    public string? TitleContains { get; init; }
}
