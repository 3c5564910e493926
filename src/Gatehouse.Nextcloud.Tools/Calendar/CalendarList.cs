namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>All calendars of a person.</summary>
internal sealed record CalendarList(IReadOnlyList<CalendarItem> Calendars);
