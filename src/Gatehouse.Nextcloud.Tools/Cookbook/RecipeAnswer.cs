using System.ComponentModel;
using Gatehouse.Nextcloud.Cookbook;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Cookbook;

/// <summary>A recipe.</summary>
internal sealed record RecipeAnswer(
    long Id,
    string Name,
    IReadOnlyList<string> Keywords,
    IReadOnlyList<string> Ingredients,
    IReadOnlyList<string> Steps,
    [property: Description("What is needed to make it.")] IReadOnlyList<string> Tools,
    [property: Description("Pass it to set_recipe and delete_recipe.")] string Etag,
    string Link,
    string? Description = null,
    string? Category = null,
    [property: Description("How many portions it makes.")] int? Portions = null,
    [property: Description("ISO 8601, e.g. PT0H25M0S.")] string? PrepTime = null,
    string? CookTime = null,
    string? TotalTime = null,
    [property: Description("Facts such as calories.")] IReadOnlyDictionary<string, string>? Nutrition = null,
    [property: Description("Where it came from.")] string? Source = null
)
{
    public static RecipeAnswer Of(CloudAddress cloud, Recipe recipe) =>
        new(
            recipe.Id,
            recipe.Name,
            recipe.Keywords,
            recipe.Ingredients,
            recipe.Instructions,
            recipe.Tools,
            recipe.ETag.ToString(),
            cloud.Link(recipe.WebPath),
            Nothing(recipe.Description),
            Nothing(recipe.Category),
            recipe.Yield,
            recipe.PrepTime,
            recipe.CookTime,
            recipe.TotalTime,
            recipe.Nutrition.Count == 0 ? null : recipe.Nutrition,
            Nothing(recipe.Url)
        );

    private static string? Nothing(string text) => text.Length == 0 ? null : text;
}
