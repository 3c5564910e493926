namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>A free time; the meeting may lie anywhere in it.</summary>
internal sealed record FreeTimeSlot(string From, string To);
