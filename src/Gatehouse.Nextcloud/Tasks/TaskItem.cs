using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Tasks;

/// <summary>A task (VTODO).</summary>
/// <param name="Id">Where it is: list and object.</param>
/// <param name="ETag">Its version.</param>
/// <param name="Title">SUMMARY; empty when it has none.</param>
public sealed record TaskItem(CalendarObjectId Id, ETag ETag, string Title)
{
    /// <summary>The UID, by which subtasks name it.</summary>
    public string Uid { get; init; } = "";

    /// <summary>The UID of the task it belongs to.</summary>
    public string? ParentUid { get; init; }

    /// <summary>DESCRIPTION.</summary>
    public string? Description { get; init; }

    /// <summary>When it can begin.</summary>
    public EventTime? Start { get; init; }

    /// <summary>When it has to be done.</summary>
    public EventTime? Due { get; init; }

    /// <summary>In small letters: <c>needs-action</c>, <c>in-process</c>, <c>completed</c>, <c>cancelled</c>.</summary>
    public string Status { get; init; } = "needs-action";

    /// <summary>0 to 100.</summary>
    public int PercentComplete { get; init; }

    /// <summary>1 is highest, 9 lowest; 0 for none.</summary>
    public int Priority { get; init; }

    /// <summary>When it was completed.</summary>
    public DateTimeOffset? Completed { get; init; }

    /// <summary>CATEGORIES.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Minutes before the beginning, or before it is due when it has none.</summary>
    public IReadOnlyList<int> Reminders { get; init; } = [];

    /// <summary>LOCATION.</summary>
    public string? Location { get; init; }

    /// <summary>URL.</summary>
    public string? Url { get; init; }

    /// <summary>The rule it recurs by.</summary>
    public string? Rule { get; init; }

    /// <summary>Neither completed nor cancelled.</summary>
    public bool IsOpen => Status is not ("completed" or "cancelled");
}
