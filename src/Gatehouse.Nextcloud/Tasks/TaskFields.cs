using Gatehouse.Nextcloud.Calendar.Recurrence;
using Gatehouse.Nextcloud.Calendar.Times;

namespace Gatehouse.Nextcloud.Tasks;

/// <summary>What is set of a task: null leaves a thing as it is, an empty text or list takes it away.</summary>
public sealed record TaskFields
{
    /// <summary>SUMMARY; a new task needs one.</summary>
    public string? Title { get; init; }

    /// <summary>DESCRIPTION.</summary>
    public string? Description { get; init; }

    /// <summary>When it can begin.</summary>
    public EventTime? Start { get; init; }

    /// <summary>Takes the beginning away.</summary>
    public bool RemovesStart { get; init; }

    /// <summary>When it has to be done.</summary>
    public EventTime? Due { get; init; }

    /// <summary>Takes the due date away.</summary>
    public bool RemovesDue { get; init; }

    /// <summary><c>needs-action</c>, <c>in-process</c>, <c>completed</c> or <c>cancelled</c>; COMPLETED and PERCENT-COMPLETE follow.</summary>
    public string? Status { get; init; }

    /// <summary>0 to 100; 100 completes it.</summary>
    public int? PercentComplete { get; init; }

    /// <summary>1 is highest, 9 lowest, 0 none.</summary>
    public int? Priority { get; init; }

    /// <summary>CATEGORIES, all of them.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Minutes before it is due (or begins), all of them.</summary>
    public IReadOnlyList<int>? Reminders { get; init; }

    /// <summary>LOCATION.</summary>
    public string? Location { get; init; }

    /// <summary>URL.</summary>
    public string? Url { get; init; }

    /// <summary>The UID of the task it belongs to; empty for none.</summary>
    public string? ParentUid { get; init; }

    /// <summary>The rule it recurs by.</summary>
    public RecurrenceRule? Rule { get; init; }

    /// <summary>Makes it happen once.</summary>
    public bool RemovesRule { get; init; }
}
