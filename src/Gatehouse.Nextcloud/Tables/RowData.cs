namespace Gatehouse.Nextcloud.Tables;

/// <summary>A row as the API writes it.</summary>
internal sealed record RowData(long Id, long TableId, string? LastEditBy, string? LastEditAt, CellData[]? Data)
{
    public TableRow ToRow() =>
        new(
            Id,
            TableId,
            (Data ?? []).DistinctBy(c => c.ColumnId).ToDictionary(c => c.ColumnId, c => c.Value),
            LastEditBy,
            LastEditAt
        );
}
