using Gatehouse.Nextcloud.Calendar.Times;

namespace Gatehouse.Nextcloud.Calendar.Events;

/// <summary>Which event a change is for.</summary>
/// <param name="Id">Where it is.</param>
/// <param name="ETag">Its version as the caller knows it.</param>
/// <param name="RecurrenceId">Only this occurrence; null for all of it.</param>
public sealed record EventTarget(CalendarObjectId Id, Dav.ETag ETag, EventTime? RecurrenceId);
