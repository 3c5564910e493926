using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Apps;

/// <summary>An entry of what a provider of the unified search found.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Subline">What stands below.</param>
/// <param name="Url">Where it opens.</param>
internal sealed record DemoSearchHit(string Title, string Subline, string Url)
{
    public string Thumbnail { get; init; } = "";

    public string Icon { get; init; } = "";

    public bool IsRounded { get; init; }

    /// <summary>What programs may want to know; null for nothing, which PHP writes as a list.</summary>
    public JsonObject? Attributes { get; init; }

    public JsonObject ToJson() =>
        new()
        {
            ["thumbnailUrl"] = Thumbnail,
            ["title"] = Title,
            ["subline"] = Subline,
            ["resourceUrl"] = Url,
            ["icon"] = Icon,
            ["rounded"] = IsRounded,
            ["attributes"] = Attributes ?? (JsonNode)new JsonArray(),
        };
}
