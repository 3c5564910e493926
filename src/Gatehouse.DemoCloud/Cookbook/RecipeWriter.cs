using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace Gatehouse.DemoCloud.Cookbook;

/// <summary>Writes recipes as the real one does.</summary>
internal static class RecipeWriter
{
    public static JsonObject Short(StoredRecipe recipe) =>
        new()
        {
            ["recipe_id"] = recipe.Id,
            ["name"] = recipe.Name,
            ["keywords"] = string.Join(',', recipe.Keywords.Order(StringComparer.Ordinal)),
            ["category"] = recipe.Category,
            ["dateCreated"] = recipe.Created,
            ["dateModified"] = recipe.Modified,
            ["imageUrl"] = Image(recipe, "thumb"),
            ["imagePlaceholderUrl"] = Image(recipe, "thumb16"),
            ["id"] = recipe.Id.ToString(CultureInfo.InvariantCulture),
        };

    public static JsonObject Full(StoredRecipe recipe)
    {
        var json = (JsonObject)recipe.Json.DeepClone();
        foreach (var name in new[] { "prepTime", "cookTime", "totalTime" })
        {
            json[name] = Duration(json[name]);
        }

        json["dateCreated"] = recipe.Created;
        json["dateModified"] = recipe.Modified;
        json["datePublished"] = json["datePublished"]?.DeepClone();
        json["id"] = recipe.Id.ToString(CultureInfo.InvariantCulture);
        json["printImage"] = true;
        json["imageUrl"] = Image(recipe, "full");
        return json;
    }

    private static string Image(StoredRecipe recipe, string size) =>
        string.Create(CultureInfo.InvariantCulture, $"/apps/cookbook/webapp/recipes/{recipe.Id}/image?size={size}");

    private static string? Duration(JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            var time = XmlConvert.ToTimeSpan(value.GetValue<string>());
            return string.Create(
                CultureInfo.InvariantCulture,
                $"PT{(int)time.TotalHours}H{time.Minutes}M{time.Seconds}S"
            );
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
