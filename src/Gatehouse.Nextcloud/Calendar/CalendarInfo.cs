namespace Gatehouse.Nextcloud.Calendar;

/// <summary>A calendar, list of tasks, or subscription.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">What people see.</param>
/// <param name="Color">As <c>#00679e</c>; null when it has none.</param>
/// <param name="HoldsEvents">May hold events.</param>
/// <param name="HoldsTasks">May hold tasks.</param>
/// <param name="IsReadOnly">The person may not change what is in it.</param>
public sealed record CalendarInfo(
    CalendarName Name,
    string Title,
    string? Color,
    bool HoldsEvents,
    bool HoldsTasks,
    bool IsReadOnly
)
{
    /// <summary>Where a subscription comes from; null for calendars.</summary>
    public string? SubscribedFrom { get; init; }

    /// <summary>The user id of whom it belongs to, when that is somebody else.</summary>
    public string? SharedBy { get; init; }

    /// <summary>With whom it is shared.</summary>
    public IReadOnlyList<CalendarShare> Shares { get; init; } = [];

    /// <summary>The public page, when it has one.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Its events do not make the person busy.</summary>
    public bool IsTransparent { get; init; }
}
