namespace Gatehouse.Nextcloud.Tables;

/// <summary>A view of a table: some of its columns, filtered and sorted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TableId">Its table.</param>
/// <param name="Title">Its title.</param>
/// <param name="Emoji">The emoji before the title, or null.</param>
/// <param name="ColumnIds">The columns it shows, in their order.</param>
/// <param name="Filter">Which rows it shows: those that meet all conditions of any group; none for all.</param>
/// <param name="Sort">How it is sorted.</param>
/// <param name="RowCount">How many rows it shows.</param>
public sealed record TableView(
    long Id,
    long TableId,
    string Title,
    string? Emoji,
    IReadOnlyList<long> ColumnIds,
    IReadOnlyList<IReadOnlyList<ViewCondition>> Filter,
    IReadOnlyList<ViewSort> Sort,
    int RowCount
);
