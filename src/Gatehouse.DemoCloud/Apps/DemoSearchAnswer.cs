using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Apps;

/// <summary>What a provider of the unified search answers.</summary>
/// <param name="Name">What people see above it.</param>
/// <param name="Hits">What was found, at most the limit of the query.</param>
/// <param name="Cursor">Where the next page begins; null for a provider without pages.</param>
internal sealed record DemoSearchAnswer(string Name, IEnumerable<DemoSearchHit> Hits, long? Cursor = null)
{
    public JsonObject ToJson() =>
        new()
        {
            ["name"] = Name,
            ["isPaginated"] = Cursor is not null,
            ["entries"] = new JsonArray([.. Hits.Select(JsonNode (hit) => hit.ToJson())]),
            ["cursor"] = Cursor,
        };
}
