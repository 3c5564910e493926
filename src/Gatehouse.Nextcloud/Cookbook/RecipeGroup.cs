namespace Gatehouse.Nextcloud.Cookbook;

/// <summary>A category or a keyword.</summary>
/// <param name="Name">Its name; <c>*</c> stands for the recipes without a category.</param>
/// <param name="Count">How many recipes it has.</param>
public sealed record RecipeGroup(string Name, int Count);
