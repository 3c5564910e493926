using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Cookbook;

/// <summary>A person's settings of the Cookbook app; what is null is not changed by a write.</summary>
/// <param name="Folder">The folder of the recipes below the person's files, e.g. <c>/Recipes</c>.</param>
/// <param name="UpdateInterval">How often the folder is looked through, in minutes.</param>
/// <param name="PrintImage">Print the image with the recipe.</param>
public sealed record CookbookSettings(
    string? Folder = null,
    [property: JsonPropertyName("update_interval")] int? UpdateInterval = null,
    [property: JsonPropertyName("print_image")] bool? PrintImage = null
);
