namespace Gatehouse.Nextcloud.Cookbook;

/// <summary>The page to import a recipe from.</summary>
internal sealed record ImportWrite(string Url);
