using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.News;

/// <summary>A folder of feeds.</summary>
internal sealed record NewsFolder(long Id, string Person, string Name)
{
    public JsonObject ToJson() =>
        new()
        {
            ["id"] = Id,
            ["name"] = Name,
            ["opened"] = true,
            ["feeds"] = new JsonArray(),
        };
}
