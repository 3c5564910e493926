using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Cookbook;

/// <summary>A page of recipes.</summary>
internal sealed record RecipeList(
    IReadOnlyList<RecipeItem> Recipes,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
