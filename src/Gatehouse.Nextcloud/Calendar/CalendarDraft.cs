namespace Gatehouse.Nextcloud.Calendar;

/// <summary>What is set of a calendar; what is null stays as it is, or as Nextcloud chooses it.</summary>
public sealed record CalendarDraft
{
    /// <summary>What people see.</summary>
    public string? Title { get; init; }

    /// <summary>As <c>#00679e</c>.</summary>
    public string? Color { get; init; }

    /// <summary>At creation: a list of tasks and not a calendar of events.</summary>
    public bool IsForTasks { get; init; }
}
