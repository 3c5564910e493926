namespace Gatehouse.Nextcloud.Calendar.Scheduling;

/// <summary>When somebody is busy.</summary>
/// <param name="Address">Their mail address.</param>
/// <param name="IsKnown">The cloud could tell; of others it is not known whether they are free.</param>
/// <param name="Busy">By their beginning; they may overlap.</param>
public sealed record PersonBusy(string Address, bool IsKnown, IReadOnlyList<BusyTime> Busy);
