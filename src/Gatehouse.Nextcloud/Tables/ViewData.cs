namespace Gatehouse.Nextcloud.Tables;

/// <summary>A view as the API writes it.</summary>
internal sealed record ViewData(
    long Id,
    long TableId,
    string? Title,
    string? Emoji,
    ViewColumn[]? ColumnSettings,
    ViewCondition[][]? Filter,
    ViewSort[]? Sort,
    int RowsCount
)
{
    public TableView ToView() =>
        new(
            Id,
            TableId,
            Title ?? "",
            string.IsNullOrEmpty(Emoji) ? null : Emoji,
            [.. (ColumnSettings ?? []).OrderBy(c => c.Order).Select(c => c.ColumnId)],
            Filter ?? [],
            Sort ?? [],
            RowsCount
        );
}
