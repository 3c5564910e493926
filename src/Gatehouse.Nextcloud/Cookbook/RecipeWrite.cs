using System.Globalization;
using System.Text.Json.Nodes;

namespace Gatehouse.Nextcloud.Cookbook;

/// <summary>
/// A recipe as it is written. PUT replaces all of it, so members nobody here knows (nutrition, tools of other programs) are sent back as
/// they came; without the id in the body the app takes it for a second recipe of the same name.
/// </summary>
internal static class RecipeWrite
{
    public static bool IsAnswerOnly(string name) =>
        name is "dateModified" or "dateCreated" or "imageUrl" or "imagePlaceholderUrl" or "printImage" or "id";

    public static JsonObject New(RecipeChange change)
    {
        var write = new JsonObject
        {
            ["@context"] = "http://schema.org",
            ["@type"] = "Recipe",
            ["name"] = change.Name,
            ["description"] = "",
            ["recipeCategory"] = "",
            ["keywords"] = "",
            ["url"] = "",
            ["image"] = "",
            ["tool"] = new JsonArray(),
            ["recipeIngredient"] = new JsonArray(),
            ["recipeInstructions"] = new JsonArray(),
        };
        Apply(write, change);
        return write;
    }

    public static JsonObject Of(Recipe recipe, RecipeChange change)
    {
        var write = new JsonObject();
        foreach (var (name, value) in recipe.Read.Where(m => !IsAnswerOnly(m.Key)))
            write[name] = value?.DeepClone();
        if (recipe.Read["dateCreated"] is { } created)
            write["dateCreated"] = created.DeepClone();
        Apply(write, change);
        write["id"] = recipe.Id;
        return write;
    }

    private static void Apply(JsonObject write, RecipeChange change)
    {
        Set(write, "name", change.Name);
        Set(write, "description", change.Description);
        Set(write, "recipeCategory", change.Category);
        Set(write, "keywords", change.Keywords is { } keywords ? string.Join(',', keywords) : null);
        Set(write, "url", change.Url);
        if (change.Yield is { } yield)
            write["recipeYield"] = yield;
        Set(write, "prepTime", Duration(change.PrepMinutes));
        Set(write, "cookTime", Duration(change.CookMinutes));
        Set(write, "totalTime", Duration(change.TotalMinutes));
        Set(write, "tool", change.Tools);
        Set(write, "recipeIngredient", change.Ingredients);
        Set(write, "recipeInstructions", change.Instructions);
    }

    private static void Set(JsonObject write, string name, string? value)
    {
        if (value is not null)
            write[name] = value;
    }

    private static void Set(JsonObject write, string name, IReadOnlyList<string>? values)
    {
        if (values is not null)
            write[name] = new JsonArray([.. values.Select(v => (JsonNode)JsonValue.Create(v))]);
    }

    private static string? Duration(int? minutes) =>
        minutes is { } all ? string.Create(CultureInfo.InvariantCulture, $"PT{all / 60}H{all % 60}M") : null;
}
