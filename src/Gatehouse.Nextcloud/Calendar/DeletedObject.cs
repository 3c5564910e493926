namespace Gatehouse.Nextcloud.Calendar;

/// <summary>An event or task in the trash bin of calendars.</summary>
/// <param name="TrashName">Its name in the trash bin, e.g. <c>10.ics</c>.</param>
/// <param name="IsTask">A task and not an event.</param>
/// <param name="Title">Its title.</param>
/// <param name="Start">When it begins, or is due, as it is written; null when not said.</param>
/// <param name="DeletedAt">When it was deleted; null when Nextcloud did not say.</param>
/// <param name="Calendar">Where it was; null when Nextcloud did not say.</param>
public sealed record DeletedObject(
    string TrashName,
    bool IsTask,
    string Title,
    Times.EventTime? Start,
    DateTimeOffset? DeletedAt,
    string? Calendar
);
