namespace Gatehouse.Nextcloud.Calendar;

/// <summary>Somebody a calendar is shared with.</summary>
/// <param name="With">Who.</param>
/// <param name="MayWrite">Not only read.</param>
public sealed record CalendarShare(CalendarSharee With, bool MayWrite);
