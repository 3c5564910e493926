using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>
/// An input schema without what tells a model nothing: an optional argument may be left away, so that it need not also say that it may be null
/// and is nothing by default. Every model reads every schema at every start.
/// </summary>
internal static partial class SlimSchema
{
    /// <summary>Arguments that mean the same in every tool; <see cref="Hosting.ServerInstructions"/> says what.</summary>
    public static IReadOnlySet<string> Explained { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "cursor", "limit", "offset", "etag", "fields", "confirmation" };

    private static readonly string[] Fillers = ["a", "an", "the", "its", "new", "id", "ids"];

    /// <summary>Slims a schema and adds an argument.</summary>
    public static JsonElement Of(JsonElement schema, KeyValuePair<string, JsonObject>? argument)
    {
        var slim = JsonNode.Parse(schema.GetRawText())!.AsObject();
        var properties = slim["properties"]?.AsObject();
        foreach (var property in properties ?? [])
        {
            if (property.Value is JsonObject of)
                Slim(property.Key, of);
        }

        if (argument is var (name, shape))
        {
            if (properties is null)
            {
                properties = [];
                slim["properties"] = properties;
            }

            properties[name] = shape.DeepClone();
        }

        using var document = JsonDocument.Parse(slim.ToJsonString());
        return document.RootElement.Clone();
    }

    private static void Slim(string name, JsonObject schema)
    {
        var isExplained = Explained.Contains(name);
        if (isExplained || RepeatsName(name, schema["description"]?.GetValue<string>()))
            _ = schema.Remove("description");
        if (schema.TryGetPropertyValue("default", out var value) && (isExplained || IsNothing(value)))
            _ = schema.Remove("default");
        if (schema["type"] is JsonArray types && Without(types, "null") is [var only])
            schema["type"] = only;
        if (schema["enum"] is JsonArray choices && choices.Contains(null))
            schema["enum"] = new JsonArray([.. choices.OfType<JsonNode>().Select(choice => choice.DeepClone())]);
        if (schema["items"] is JsonObject items)
            Slim("", items);
        foreach (var property in schema["properties"]?.AsObject() ?? [])
        {
            if (property.Value is JsonObject of)
                Slim(property.Key, of);
        }
    }

    /// <summary>"Table id." of <c>table</c>, "The new title." of <c>title</c>; two letters, as in <c>id</c>, say too little alone.</summary>
    private static bool RepeatsName(string name, string? description) =>
        name.Length > 2
        && description is not null
        && Word()
            .Matches(description)
            .Select(word => word.Value)
            .Except(Fillers, StringComparer.OrdinalIgnoreCase)
            .All(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("[^ .]+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    private static bool IsNothing(JsonNode? value) =>
        value is null || value.GetValueKind() == JsonValueKind.False || value.ToString() is "" or "0";

    private static List<string> Without(JsonArray types, string name) =>
        [.. types.Select(type => type!.GetValue<string>()).Where(type => type != name)];
}
