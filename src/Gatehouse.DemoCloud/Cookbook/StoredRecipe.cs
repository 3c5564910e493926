using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Cookbook;

/// <summary>A recipe: what was written, and when (ISO 8601).</summary>
internal sealed record StoredRecipe(long Id, string Owner, JsonObject Json, string Created, string Modified)
{
    public string Name => (string?)Json["name"] ?? "";

    public string Category => (string?)Json["recipeCategory"] ?? "";

    public IEnumerable<string> Keywords =>
        ((string?)Json["keywords"] ?? "").Split(
            ',',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );

    public bool Holds(string word) =>
        Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        || Category.Contains(word, StringComparison.OrdinalIgnoreCase)
        || Keywords.Any(keyword => keyword.Contains(word, StringComparison.OrdinalIgnoreCase))
        || (Json["recipeIngredient"] as JsonArray ?? []).Any(one =>
            one?.ToString().Contains(word, StringComparison.OrdinalIgnoreCase) ?? false
        );
}
