namespace Gatehouse.Nextcloud.Calendar.Scheduling;

/// <summary>A time somebody is busy.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end.</param>
/// <param name="IsTentative">Perhaps only.</param>
public readonly record struct BusyTime(DateTimeOffset From, DateTimeOffset To, bool IsTentative);
