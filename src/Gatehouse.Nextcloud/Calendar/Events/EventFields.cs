using Gatehouse.Nextcloud.Calendar.Recurrence;
using Gatehouse.Nextcloud.Calendar.Times;

namespace Gatehouse.Nextcloud.Calendar.Events;

/// <summary>What is set of an event: null leaves a thing as it is, an empty text or list takes it away.</summary>
public sealed record EventFields
{
    /// <summary>SUMMARY; a new event needs one.</summary>
    public string? Title { get; init; }

    /// <summary>The beginning; a new event needs one. Without <see cref="End"/> the length stays as it is (a new event takes an hour, or its day).</summary>
    public EventTime? Start { get; init; }

    /// <summary>The first moment, or day, that is not part of it any more.</summary>
    public EventTime? End { get; init; }

    /// <summary>LOCATION.</summary>
    public string? Location { get; init; }

    /// <summary>DESCRIPTION.</summary>
    public string? Description { get; init; }

    /// <summary>URL.</summary>
    public string? Url { get; init; }

    /// <summary>CATEGORIES, all of them.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary><c>tentative</c>, <c>confirmed</c> or <c>cancelled</c>.</summary>
    public string? Status { get; init; }

    /// <summary><c>public</c>, <c>private</c> or <c>confidential</c>.</summary>
    public string? Visibility { get; init; }

    /// <summary>Does it leave the person free?</summary>
    public bool? IsFree { get; init; }

    /// <summary>The rule.</summary>
    public RecurrenceRule? Rule { get; init; }

    /// <summary>Makes a series happen once.</summary>
    public bool RemovesRule { get; init; }

    /// <summary>Minutes before the beginning, all of them.</summary>
    public IReadOnlyList<int>? Reminders { get; init; }

    /// <summary>Mail addresses of all who are invited, besides the organizer. Those who stay keep their answer.</summary>
    public IReadOnlyList<EventPerson>? Attendees { get; init; }
}
