using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Cookbook;

/// <summary>A recipe in a list as the app writes it; <c>id</c> is a text, <c>recipe_id</c> a number.</summary>
internal sealed record RecipeSummaryData(
    [property: JsonPropertyName("recipe_id")] long RecipeId,
    string? Name,
    string? Category,
    string? Keywords,
    string? DateModified
)
{
    public RecipeSummary ToSummary() =>
        new(
            RecipeId,
            Name ?? "",
            Category ?? "",
            [.. (Keywords ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            DateModified
        );
}
