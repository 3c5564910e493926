using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Cookbook;

/// <summary>A category or a keyword as the app writes it.</summary>
internal sealed record RecipeGroupData(string? Name, [property: JsonPropertyName("recipe_count")] int RecipeCount);
