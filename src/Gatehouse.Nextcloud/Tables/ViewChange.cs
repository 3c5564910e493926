namespace Gatehouse.Nextcloud.Tables;

/// <summary>A change of a view: what is null stays as it is.</summary>
/// <param name="Title">A new title.</param>
/// <param name="Emoji">A new emoji.</param>
/// <param name="ColumnIds">The columns it shows, in their order.</param>
/// <param name="Filter">The conditions, all of which a row has to meet.</param>
/// <param name="Sort">How it is sorted.</param>
public sealed record ViewChange(
    string? Title = null,
    string? Emoji = null,
    IReadOnlyList<long>? ColumnIds = null,
    IReadOnlyList<ViewCondition>? Filter = null,
    IReadOnlyList<ViewSort>? Sort = null
)
{
    internal bool IsOnlyNames => ColumnIds is null && Filter is null && Sort is null;
}
