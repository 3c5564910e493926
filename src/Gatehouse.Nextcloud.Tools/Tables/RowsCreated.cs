namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>Rows that were made.</summary>
internal sealed record RowsCreated(IReadOnlyList<RowAnswer> Rows);
