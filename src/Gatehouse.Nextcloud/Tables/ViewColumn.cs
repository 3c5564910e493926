namespace Gatehouse.Nextcloud.Tables;

/// <summary>A column of a view, as the API reads and writes it; the string form of <c>columns</c> makes Tables fail.</summary>
internal sealed record ViewColumn(long ColumnId, int Order);
