using Gatehouse.Nextcloud.Calendar.Times;

namespace Gatehouse.Nextcloud.Calendar.Scheduling;

/// <summary>What time is looked for.</summary>
/// <param name="From">Not before.</param>
/// <param name="To">Not after.</param>
/// <param name="Length">How long it has to be.</param>
/// <param name="Zone">Whose days and hours.</param>
public sealed record SlotSearch(DateTimeOffset From, DateTimeOffset To, TimeSpan Length, TimeZoneId Zone)
{
    /// <summary>Not earlier on any day.</summary>
    public TimeOnly DayBegins { get; init; } = new(9, 0);

    /// <summary>Not later on any day; midnight stands for the end of the day.</summary>
    public TimeOnly DayEnds { get; init; } = new(17, 0);

    /// <summary>Also on Saturdays and Sundays.</summary>
    public bool WithWeekends { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 10;
}
