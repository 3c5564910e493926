namespace Gatehouse.Nextcloud.Tables;

/// <summary>A sorting of a view.</summary>
/// <param name="ColumnId">The column.</param>
/// <param name="Mode"><c>ASC</c> or <c>DESC</c>.</param>
public sealed record ViewSort(long ColumnId, string Mode);
