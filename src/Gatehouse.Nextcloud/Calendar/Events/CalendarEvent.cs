using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Calendar.Events;

/// <summary>An event: one that happens once, a series, or one occurrence of a series.</summary>
/// <param name="Id">Where it is.</param>
/// <param name="ETag">Its version; all occurrences of a series share it.</param>
/// <param name="Title">SUMMARY; empty when it has none.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">The first moment, or day, that is not part of it any more.</param>
public sealed record CalendarEvent(CalendarObjectId Id, ETag ETag, string Title, EventTime Start, EventTime End)
{
    /// <summary>The UID.</summary>
    public string Uid { get; init; } = "";

    /// <summary>The time the series planned for this occurrence: what names it. Null for series and for what does not recur.</summary>
    public EventTime? RecurrenceId { get; init; }

    /// <summary>This occurrence differs from its series.</summary>
    public bool IsException { get; init; }

    /// <summary>The rule of its series, when it recurs by one.</summary>
    public string? Rule { get; init; }

    /// <summary>The rule recurs so often that only its first time is shown, or cannot be read.</summary>
    public bool IsRuleRefused { get; init; }

    /// <summary>The days and times the series leaves out.</summary>
    public IReadOnlyList<EventTime> Excluded { get; init; } = [];

    /// <summary>LOCATION.</summary>
    public string? Location { get; init; }

    /// <summary>DESCRIPTION.</summary>
    public string? Description { get; init; }

    /// <summary>URL.</summary>
    public string? Url { get; init; }

    /// <summary>In small letters: <c>tentative</c>, <c>confirmed</c>, <c>cancelled</c>; null when not said.</summary>
    public string? Status { get; init; }

    /// <summary>In small letters: <c>private</c>, <c>confidential</c>; null for public ones.</summary>
    public string? Visibility { get; init; }

    /// <summary>It does not make the person busy.</summary>
    public bool IsFree { get; init; }

    /// <summary>CATEGORIES.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Who invited.</summary>
    public EventPerson? Organizer { get; init; }

    /// <summary>Who is invited.</summary>
    public IReadOnlyList<EventPerson> Attendees { get; init; } = [];

    /// <summary>Reminders as minutes before the beginning; those at a fixed time or after the beginning are left out.</summary>
    public IReadOnlyList<int> Reminders { get; init; } = [];
}
