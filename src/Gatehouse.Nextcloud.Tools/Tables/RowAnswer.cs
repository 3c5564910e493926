using System.ComponentModel;
using System.Text.Json;
using Gatehouse.Nextcloud.Tables;

namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>A row.</summary>
internal sealed record RowAnswer(
    long Id,
    [property: Description("By column title; columns without a value are absent.")]
        IReadOnlyDictionary<string, JsonElement> Values,
    [property: Description("Pass it to update_row and delete_row.")] string? Etag = null,
    string? ChangedBy = null,
    [property: Description("UTC.")] string? ChangedAt = null
)
{
    public static RowAnswer Of(IReadOnlyList<TableColumn> columns, TableRow row) =>
        new(
            row.Id,
            TableValues
                .FromCloud(columns, row)
                .ToDictionary(v => v.Key, v => JsonElement.Parse(v.Value?.ToJsonString() ?? "null")),
            row.ETag.ToString(),
            row.LastEditBy,
            row.LastEditAt
        );
}
