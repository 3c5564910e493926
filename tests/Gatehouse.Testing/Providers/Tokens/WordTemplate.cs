using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gatehouse.Testing.Providers.Tokens;

/// <summary>Fills templates: <c>{word}</c> becomes its value, in a string its text, alone in a JSON string the value itself. What is no word stays.</summary>
internal static partial class WordTemplate
{
    /// <summary>Fills a text.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, JsonNode?> words) =>
        Word()
            .Replace(
                template,
                found =>
                    words.TryGetValue(found.Groups["name"].Value, out var value) ? value?.ToString() ?? "" : found.Value
            );

    /// <summary>Fills a JSON document; a member whose word has no value is left out.</summary>
    public static JsonNode? FillJson(string template, IReadOnlyDictionary<string, JsonNode?> words) =>
        Fill(JsonNode.Parse(template), words);

    private static JsonNode? Fill(JsonNode? template, IReadOnlyDictionary<string, JsonNode?> words)
    {
        switch (template)
        {
            case JsonObject members:
                var filled = new JsonObject();
                foreach (var (name, value) in members)
                {
                    // null takes a member away; a word without a value as well.
                    var node = Fill(value, words);
                    if (node is not null || value is null)
                    {
                        filled[Fill(name, words)] = node;
                    }
                }

                return filled;
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Fill(item, words)).Where(item => item is not null)]);
            case JsonValue text when text.TryGetValue(out string? words1):
                return Word().Match(words1) is { Success: true } whole && whole.Length == words1.Length
                    ? words.TryGetValue(whole.Groups["name"].Value, out var value1)
                        ? value1?.DeepClone()
                        : text.DeepClone()
                    : Fill(words1, words);
            default:
                return template?.DeepClone();
        }
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z0-9]+)\}")]
    private static partial Regex Word();
}
