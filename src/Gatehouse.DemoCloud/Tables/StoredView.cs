using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Tables;

/// <summary>A view of a table.</summary>
internal sealed record StoredView(long Id, long TableId, string Owner, string Title, string CreatedAt)
{
    public string? Emoji { get; init; }

    public string LastEditAt { get; init; } = CreatedAt;

    public JsonArray ColumnSettings { get; init; } = [];

    public JsonArray Filter { get; init; } = [];

    public JsonArray Sort { get; init; } = [];
}
