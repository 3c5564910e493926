using System.Globalization;
using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Cookbook;

/// <summary>What the family cooks.</summary>
internal static class CookbookSamples
{
    private static readonly string[] Soup = ["1 pumpkin (1 kg)", "1 onion", "2 carrots", "200 ml cream", "ginger"];

    private static readonly string[] SoupSteps =
    [
        "Cut everything and fry it gently.",
        "Cover with water and cook until soft.",
        "Blend, add the cream and season.",
    ];

    private static readonly string[] Pancakes = ["200 g flour", "2 eggs", "300 ml milk", "a pinch of salt"];
    private static readonly string[] PancakesSteps = ["Mix and let rest for 20 minutes.", "Bake thinly in butter."];
    private static readonly string[] Pie = ["6 apples", "250 g flour", "125 g butter", "80 g sugar", "1 egg"];

    private static readonly string[] PieSteps =
    [
        "Knead flour, butter, half of the sugar and the egg; cool for an hour.",
        "Roll out, lay with apples, sprinkle with the rest of the sugar.",
        "Bake at 180 °C for 40 minutes.",
    ];

    public static CookbookState Family(string owner, DateTimeOffset time)
    {
        var now = time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        JsonObject[] recipes =
        [
            Recipe("Pumpkin soup", "Soup", "autumn,quick", 4, ("PT15M", "PT30M"), Soup, SoupSteps),
            Recipe("Pancakes", "Breakfast", "children,quick", 4, ("PT25M", "PT20M"), Pancakes, PancakesSteps),
            Recipe("Grandmother's apple pie", "Cake", "autumn,sunday", 12, ("PT1H20M", "PT40M"), Pie, PieSteps),
        ];
        var first = new CookbookState().LastRecipe + 1;
        return new CookbookState
        {
            Recipes = [.. recipes.Select((json, i) => new StoredRecipe(first + i, owner, json, now, now))],
            LastRecipe = first + recipes.Length - 1,
        };
    }

    private static JsonObject Recipe(
        string name,
        string category,
        string keywords,
        int yield,
        (string Prepare, string Cook) times,
        string[] ingredients,
        string[] steps
    ) =>
        new()
        {
            ["@context"] = "http://schema.org",
            ["@type"] = "Recipe",
            ["name"] = name,
            ["description"] = "",
            ["recipeCategory"] = category,
            ["keywords"] = keywords,
            ["recipeYield"] = yield,
            ["prepTime"] = times.Prepare,
            ["cookTime"] = times.Cook,
            ["tool"] = new JsonArray(),
            ["recipeIngredient"] = Texts(ingredients),
            ["recipeInstructions"] = Texts(steps),
            ["url"] = "",
            ["image"] = "",
        };

    private static JsonArray Texts(string[] texts) => new([.. texts.Select(JsonNode (text) => text)]);
}
