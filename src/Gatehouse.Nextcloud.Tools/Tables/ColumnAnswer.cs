using System.ComponentModel;
using Gatehouse.Nextcloud.Tables;

namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>A column of a table.</summary>
internal sealed record ColumnAnswer(
    long Id,
    string Title,
    ColumnType Type,
    [property: Description("A row must have a value here.")] bool? Mandatory = null,
    string? Description = null,
    [property: Description("What a selection takes.")] IReadOnlyList<string>? Options = null,
    double? Min = null,
    double? Max = null,
    string? Suffix = null,
    int? MaxLength = null
)
{
    public static ColumnAnswer Of(TableColumn column) =>
        new(
            column.Id,
            column.Title,
            ColumnTypes.Of(column.Kind),
            column.IsMandatory ? true : null,
            column.Description.Length == 0 ? null : column.Description,
            column.Options.Count == 0 ? null : [.. column.Options.Select(o => o.Label)],
            column.Min,
            column.Max,
            column.Suffix.Length == 0 ? null : column.Suffix,
            column.MaxLength
        );
}
