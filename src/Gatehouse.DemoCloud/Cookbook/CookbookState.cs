using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.Cookbook;

/// <summary>All recipes. In the real one their ids are those of folders; here they count from 1001.</summary>
internal sealed record CookbookState
{
    public ImmutableList<StoredRecipe> Recipes { get; init; } = [];

    public long LastRecipe { get; init; } = 1000;

    public IEnumerable<StoredRecipe> Of(string person) => Recipes.Where(recipe => recipe.Owner == person);
}
