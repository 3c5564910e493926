using System.ComponentModel;
using Gatehouse.Nextcloud.Tables;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>A table.</summary>
internal sealed record TableAnswer(
    long Id,
    string Title,
    int Rows,
    int Columns,
    IReadOnlyList<ViewName> Views,
    string Link,
    string? Emoji = null,
    string? Description = null,
    [property: Description("Whose it is, when it was shared with this person.")] string? Owner = null,
    bool? Archived = null
)
{
    public static TableAnswer Of(CloudAddress cloud, Table table) =>
        new(
            table.Id,
            table.Title,
            table.RowCount,
            table.ColumnCount,
            [.. table.Views.Select(v => new ViewName(v.Id, v.Title))],
            cloud.Link(table.WebPath),
            table.Emoji,
            table.Description.Length == 0 ? null : table.Description,
            table.IsShared ? table.OwnerId : null,
            table.IsArchived ? true : null
        );
}
