using System.Text.Json.Nodes;

namespace Gatehouse.Nextcloud.Tables;

/// <summary>How a table is made, as the API writes it.</summary>
internal sealed record SchemeData(
    string? Title,
    string? Emoji,
    string? Description,
    JsonObject[]? Columns,
    ViewData[]? Views
)
{
    public TableScheme ToScheme() =>
        new(
            Title ?? "",
            string.IsNullOrEmpty(Emoji) ? null : Emoji,
            Description ?? "",
            [.. (Columns ?? []).Select(TableColumn.Of)],
            [.. (Views ?? []).Select(v => v.ToView())]
        );
}
