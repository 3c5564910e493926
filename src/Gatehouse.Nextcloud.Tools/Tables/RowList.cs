using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>A page of rows.</summary>
internal sealed record RowList(
    IReadOnlyList<RowAnswer> Rows,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
