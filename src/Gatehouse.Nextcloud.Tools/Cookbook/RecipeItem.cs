using Gatehouse.Nextcloud.Cookbook;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Cookbook;

/// <summary>A recipe in a list.</summary>
internal sealed record RecipeItem(
    long Id,
    string Name,
    IReadOnlyList<string> Keywords,
    string Link,
    string? Category = null
)
{
    public static RecipeItem Of(CloudAddress cloud, RecipeSummary recipe) =>
        new(
            recipe.Id,
            recipe.Name,
            recipe.Keywords,
            cloud.Link(Recipe.WebPathOf(recipe.Id)),
            recipe.Category.Length == 0 ? null : recipe.Category
        );
}
