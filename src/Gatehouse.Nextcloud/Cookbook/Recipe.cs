using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Cookbook;

/// <summary>A recipe; schema.org's words.</summary>
/// <param name="Id">Its id, which is the file id of its folder.</param>
/// <param name="Name">Its name, unique in the cookbook.</param>
/// <param name="Description">What it is; may be empty.</param>
/// <param name="Category">Its category; empty for none.</param>
/// <param name="Keywords">Its keywords.</param>
/// <param name="Url">Where it came from; empty when nowhere.</param>
/// <param name="Yield">How many portions it makes, or null.</param>
/// <param name="PrepTime">How long to prepare, ISO 8601 such as <c>PT0H10M0S</c>, or null.</param>
/// <param name="CookTime">How long to cook, or null.</param>
/// <param name="TotalTime">How long in all, or null.</param>
/// <param name="Tools">What is needed to make it.</param>
/// <param name="Ingredients">The ingredients, one each.</param>
/// <param name="Instructions">The steps, one each.</param>
/// <param name="Nutrition">Facts such as <c>calories</c>; may be empty.</param>
/// <param name="Modified">When it was changed, as the app writes it, or null.</param>
public sealed record Recipe(
    long Id,
    string Name,
    string Description,
    string Category,
    IReadOnlyList<string> Keywords,
    string Url,
    int? Yield,
    string? PrepTime,
    string? CookTime,
    string? TotalTime,
    IReadOnlyList<string> Tools,
    IReadOnlyList<string> Ingredients,
    IReadOnlyList<string> Instructions,
    IReadOnlyDictionary<string, string> Nutrition,
    string? Modified
)
{
    private const int Length = 16;

    /// <summary>All members as the app wrote them: a change sends back what it leaves alone.</summary>
    internal JsonObject Read { get; private init; } = [];

    /// <summary>What a change must carry: the API has no ETag, so it is a digest of all of the recipe but its times of change.</summary>
    public ETag ETag
    {
        get
        {
            var text = new StringBuilder();
            foreach (var (name, value) in Read.Where(m => !RecipeWrite.IsAnswerOnly(m.Key)))
                text.Append(CultureInfo.InvariantCulture, $"{name}={value?.ToJsonString()};");
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
            return ETag.Parse(Convert.ToHexStringLower(hash)[..Length]);
        }
    }

    /// <summary>The path of the recipe's page below the cloud's base.</summary>
    public string WebPath => WebPathOf(Id);

    /// <summary>The path of a recipe's page below the cloud's base.</summary>
    public static string WebPathOf(long id) =>
        string.Create(CultureInfo.InvariantCulture, $"/index.php/apps/cookbook/#/recipe/{id}");

    internal static Recipe Of(long id, JsonObject json) =>
        new(
            id,
            Text(json["name"]),
            Text(json["description"]),
            Text(json["recipeCategory"]),
            [
                .. Text(json["keywords"])
                    .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            ],
            Text(json["url"]),
            Number(json["recipeYield"]),
            Nothing(Text(json["prepTime"])),
            Nothing(Text(json["cookTime"])),
            Nothing(Text(json["totalTime"])),
            Texts(json["tool"]),
            Texts(json["recipeIngredient"]),
            Texts(json["recipeInstructions"]),
            Facts(json["nutrition"]),
            Nothing(Text(json["dateModified"]))
        )
        {
            Read = json,
        };

    private static string Text(JsonNode? node) =>
        node is JsonValue value
            ? value.GetValueKind() switch
            {
                JsonValueKind.String => value.GetValue<string>(),
                JsonValueKind.Number => value.ToJsonString(),
                _ => "",
            }
            : "";

    private static string? Nothing(string text) => text.Length == 0 ? null : text;

    private static int? Number(JsonNode? node) =>
        int.TryParse(Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Steps are texts, or schema.org objects with a text.</summary>
    private static IReadOnlyList<string> Texts(JsonNode? node) =>
        node switch
        {
            JsonArray list =>
            [
                .. list.Select(i => i is JsonObject step ? Text(step["text"] ?? step["name"]) : Text(i))
                    .Where(t => t.Length > 0),
            ],
            _ => Text(node) is { Length: > 0 } one ? [one] : [],
        };

    private static Dictionary<string, string> Facts(JsonNode? node) =>
        node is JsonObject facts
            ? facts
                .Where(f => !f.Key.StartsWith('@') && Text(f.Value).Length > 0)
                .ToDictionary(f => f.Key, f => Text(f.Value))
            : [];
}
