namespace Gatehouse.Nextcloud.Calendar.Scheduling;

/// <summary>A time everybody is free.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end: the meeting may lie anywhere in between.</param>
public readonly record struct FreeSlot(DateTimeOffset From, DateTimeOffset To);
