namespace Gatehouse.Nextcloud.Calendar.Events;

/// <summary>What an import did.</summary>
/// <param name="Written">What was written.</param>
/// <param name="Refused">What Nextcloud did not take, and why; it is there already, most often.</param>
public sealed record ImportResult(IReadOnlyList<CalendarObjectId> Written, IReadOnlyList<ImportRefusal> Refused);
