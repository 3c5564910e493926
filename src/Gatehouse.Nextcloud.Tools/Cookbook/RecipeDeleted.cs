namespace Gatehouse.Nextcloud.Tools.Cookbook;

/// <summary>A recipe that is gone.</summary>
internal sealed record RecipeDeleted(long Id, string Name);
