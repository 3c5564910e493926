namespace Gatehouse.Nextcloud.Tables;

/// <summary>The members of a view that are written: what is null stays.</summary>
internal sealed record ViewUpdateData(
    string? Title,
    string? Emoji,
    IReadOnlyList<ViewColumn>? ColumnSettings,
    IReadOnlyList<IReadOnlyList<ViewCondition>>? Filter,
    IReadOnlyList<ViewSort>? Sort
);
