using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Hosting;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>
/// The argument <c>fields</c> of every list, a reading tool with a cursor: only these members of each item are answered, so that a model can
/// look at many things without filling its memory.
/// </summary>
internal sealed class FieldSelection
{
    private const string Name = "fields";

    private readonly string list;
    private readonly HashSet<string> known;

    private FieldSelection(string list, HashSet<string> known)
    {
        this.list = list;
        this.known = known;
    }

    /// <summary>How it stands in a schema.</summary>
    public static KeyValuePair<string, JsonObject> Argument { get; } =
        new(
            Name,
            new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string" },
            }
        );

    /// <summary>The selection for a tool; null when it is no list.</summary>
    public static FieldSelection? For(Tool tool)
    {
        if (
            tool.Annotations?.ReadOnlyHint is not true
            || !tool.InputSchema.TryGetProperty("properties", out var arguments)
            || !arguments.TryGetProperty("cursor", out _)
            || tool.OutputSchema is not { } output
            || !output.TryGetProperty("properties", out var members)
        )
            return null;

        return members
            .EnumerateObject()
            .Select(member => (member.Name, Fields: FieldsOf(member.Value)))
            .Where(member => member.Fields.Count > 0)
            .Select(member => new FieldSelection(member.Name, member.Fields))
            .FirstOrDefault();
    }

    /// <summary>The fields that were asked for; null for all.</summary>
    /// <exception cref="ToolException">One of them is none of an item's.</exception>
    public IReadOnlyCollection<string>? Read(IDictionary<string, JsonElement>? arguments)
    {
        if (
            arguments is null
            || !arguments.TryGetValue(Name, out var asked)
            || asked.ValueKind != JsonValueKind.Array
            || asked.GetArrayLength() == 0
        )
            return null;

        HashSet<string> fields = [.. asked.EnumerateArray().Select(field => field.ToString())];
        return fields.IsSubsetOf(known)
            ? fields
            : throw Arguments.Bad(Name, $"An item has these: {string.Join(", ", known)}.");
    }

    public CallToolResult Apply(CallToolResult result, IReadOnlyCollection<string> fields)
    {
        if (result.StructuredContent is not { } content || result.IsError is true)
            return result;

        var answer = JsonNode.Parse(content.GetRawText())!.AsObject();
        foreach (var item in answer[list]?.AsArray().OfType<JsonObject>() ?? [])
        {
            foreach (var name in item.Select(member => member.Key).Except(fields, StringComparer.Ordinal).ToList())
                _ = item.Remove(name);
        }

        var text = answer.ToJsonString(ToolsJsonOptions.Shared);
        using var document = JsonDocument.Parse(text);
        result.StructuredContent = document.RootElement.Clone();
        result.Content = [new TextContentBlock { Text = text }, .. result.Content.Skip(1)];
        return result;
    }

    private static HashSet<string> FieldsOf(JsonElement schema) =>
        schema.TryGetProperty("items", out var item) && item.TryGetProperty("properties", out var properties)
            ? [.. properties.EnumerateObject().Select(property => property.Name)]
            : [];
}
