namespace Gatehouse.Nextcloud.Cookbook;

/// <summary>A recipe in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Category">Its category; empty for none.</param>
/// <param name="Keywords">Its keywords.</param>
/// <param name="Modified">When it was changed, as the app writes it, or null.</param>
public sealed record RecipeSummary(
    long Id,
    string Name,
    string Category,
    IReadOnlyList<string> Keywords,
    string? Modified
);
