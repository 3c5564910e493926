namespace Gatehouse.Nextcloud.Tables;

/// <summary>A table as the API writes it.</summary>
internal sealed record TableData(
    long Id,
    string? Title,
    string? Emoji,
    string? Description,
    string? Ownership,
    bool Archived,
    bool IsShared,
    int RowsCount,
    int ColumnsCount,
    ViewData[]? Views
)
{
    public Table ToTable() =>
        new(
            Id,
            Title ?? "",
            string.IsNullOrEmpty(Emoji) ? null : Emoji,
            Description ?? "",
            Ownership ?? "",
            IsShared,
            Archived,
            RowsCount,
            ColumnsCount,
            [.. (Views ?? []).Select(v => v.ToView())]
        );
}
