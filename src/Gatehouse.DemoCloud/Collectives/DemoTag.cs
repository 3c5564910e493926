using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Collectives;

/// <summary>A tag of a collective's pages.</summary>
internal sealed record DemoTag(long Id, long CollectiveId, string Name, string Color)
{
    public JsonObject ToJson() =>
        new()
        {
            ["id"] = Id,
            ["collectiveId"] = CollectiveId,
            ["name"] = Name,
            ["color"] = Color,
        };
}
