using System.ComponentModel;
using Gatehouse.Nextcloud.Tables;

namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>A view of a table.</summary>
internal sealed record ViewAnswer(
    long Id,
    string Title,
    [property: Description("The titles of its columns, in their order.")] IReadOnlyList<string> Columns,
    int Rows,
    [property: Description("Conditions; a row has to meet all of them (of any group, when there are several).")]
        IReadOnlyList<ConditionAnswer>? Filter = null
)
{
    public static ViewAnswer Of(IReadOnlyList<TableColumn> columns, TableView view) =>
        new(
            view.Id,
            view.Title,
            [.. view.ColumnIds.Select(id => TitleOf(columns, id))],
            view.RowCount,
            view.Filter.Count == 0
                ? null
                :
                [
                    .. view
                        .Filter.SelectMany(group => group)
                        .Select(c => new ConditionAnswer(TitleOf(columns, c.ColumnId), c.Operator, c.Value)),
                ]
        );

    /// <summary>Negative ids are facts of a row, such as when it was made.</summary>
    private static string TitleOf(IReadOnlyList<TableColumn> columns, long id) =>
        columns.FirstOrDefault(c => c.Id == id)?.Title
        ?? id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
