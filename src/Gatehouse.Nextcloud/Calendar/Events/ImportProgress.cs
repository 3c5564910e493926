namespace Gatehouse.Nextcloud.Calendar.Events;

/// <summary>How far an import is.</summary>
/// <param name="Done">Things done.</param>
/// <param name="Total">Things in all.</param>
public readonly record struct ImportProgress(int Done, int Total);
