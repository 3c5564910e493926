using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>A page of tables.</summary>
internal sealed record TableList(
    IReadOnlyList<TableAnswer> Tables,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
