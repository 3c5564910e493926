using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Times;

namespace Gatehouse.Nextcloud.Tasks;

/// <summary>Which tasks are looked for.</summary>
/// <param name="Lists">In these lists.</param>
/// <param name="Person">The zone that days and floating times are taken in.</param>
public sealed record TasksQuery(IReadOnlyList<CalendarName> Lists, TimeZoneId Person)
{
    /// <summary>Also those that are completed or cancelled.</summary>
    public bool WithDone { get; init; }

    /// <summary>Only with this text in their title; the cloud looks for it.</summary>
    public string? TitleContains { get; init; }

    /// <summary>Only those that are due before this moment; those without a due date are left out then.</summary>
    public DateTimeOffset? DueBefore { get; init; }
}
