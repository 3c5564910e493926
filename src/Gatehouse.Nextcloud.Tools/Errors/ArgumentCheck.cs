using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Apps;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Errors;

/// <summary>
/// Compares arguments with a tool's input schema before the SDK reads them: its own error says only that something failed, this one names the
/// argument. It knows what the schemas of these tools use: required, type, enum.
/// </summary>
internal static class ArgumentCheck
{
    private static readonly JsonElement empty = JsonElement.Parse("{}");
    private static readonly Dictionary<string, JsonElement> none = [];

    /// <summary>Compares.</summary>
    /// <exception cref="ToolException">An argument is missing, unknown or of the wrong type.</exception>
    public static void Check(McpServerTool called, IDictionary<string, JsonElement>? arguments)
    {
        var tool = called.ProtocolTool;
        var content = called.Metadata.OfType<ContentOfFileAttribute>().FirstOrDefault()?.Argument;
        var given = arguments ?? none;
        var known = tool.InputSchema.TryGetProperty("properties", out var properties) ? properties : empty;
        List<string> errors =
        [
            .. Required(tool.InputSchema)
                .Where(name => !given.ContainsKey(name))
                .Select(name => $"'{name}' is missing."),
            .. given
                .Select(a =>
                    known.TryGetProperty(a.Key, out var schema)
                        ? TextCheck.ErrorOf(a.Key, a.Value, a.Key == content) ?? ErrorOf(a.Key, a.Value, schema)
                        : $"'{a.Key}' is not known."
                )
                .OfType<string>(),
        ];
        if (errors.Count == 0)
            return;

        var names = string.Join(", ", known.EnumerateObject().Select(p => p.Name));
        throw new ToolException(
            $"The arguments of '{tool.Name}' are not valid: {string.Join(' ', errors)}\nNext step: correct them and call again. Its arguments are: {(names.Length == 0 ? "none" : names)}."
        );
    }

    private static IEnumerable<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(r => r.GetString()!)
            : [];

    private static string? ErrorOf(string name, JsonElement value, JsonElement schema)
    {
        var types = Types(schema).ToList();
        if (types.Count > 0 && !types.Exists(type => IsOfType(value, type)))
            return $"'{name}' must be {string.Join(" or ", types)}, not {Shown(value)}.";

        if (
            !schema.TryGetProperty("enum", out var choices)
            || choices.EnumerateArray().Any(c => JsonElement.DeepEquals(c, value))
        )
            return null;

        return $"'{name}' must be one of {string.Join(", ", choices.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.String))}, not {Shown(value)}.";
    }

    private static IEnumerable<string> Types(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type))
            return [];
        return type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(t => t.GetString()!)
            : [type.GetString()!];
    }

    private static bool IsOfType(JsonElement value, string type) =>
        type switch
        {
            "string" => value.ValueKind == JsonValueKind.String,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            "null" => value.ValueKind == JsonValueKind.Null,
            _ => true,
        };

    private static string Shown(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Length <= 40 ? $"the text '{value.GetString()}'" : "a long text",
            JsonValueKind.Number => $"the number {value.GetRawText()}",
            JsonValueKind.Array => "an array",
            JsonValueKind.Object => "an object",
            _ => value.GetRawText(),
        };
}
