using Gatehouse.Nextcloud.Tables;

namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>How a table is made.</summary>
internal sealed record TableDetails(
    long Id,
    string Title,
    IReadOnlyList<ColumnAnswer> Columns,
    IReadOnlyList<ViewAnswer> Views,
    string Link,
    string? Description = null
)
{
    public static TableDetails Of(Transport.CloudAddress cloud, long id, TableScheme scheme) =>
        new(
            id,
            scheme.Title,
            [.. scheme.Columns.Select(ColumnAnswer.Of)],
            [.. scheme.Views.Select(v => ViewAnswer.Of(scheme.Columns, v))],
            cloud.Link(Table.WebPathOf(id)),
            scheme.Description.Length == 0 ? null : scheme.Description
        );
}
