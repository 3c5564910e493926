using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>A call that a tool answers with success, and what the cloud answers to it.</summary>
/// <param name="Tool">The name of the tool.</param>
/// <param name="Arguments">Its arguments, an object.</param>
/// <param name="Answers">What the cloud answers.</param>
internal sealed record ToolExample(string Tool, JsonElement Arguments, ImmutableArray<ExampleAnswer> Answers)
{
    public static ToolExample Read(JsonElement json) =>
        new(
            json.GetProperty("tool").GetString()!,
            json.GetProperty("arguments").Clone(),
            [.. json.GetProperty("answers").EnumerateArray().Select(ExampleAnswer.Read)]
        );

    /// <summary>Its arguments with another text in one place, e.g. <c>rows.0.Name</c>.</summary>
    public JsonElement With(string path, string text)
    {
        var arguments = JsonNode.Parse(Arguments.GetRawText())!;
        var names = path.Split('.');
        var at = arguments;
        foreach (var name in names[..^1])
            at = at is JsonArray list ? list[Index(name)]! : at[name]!;
        if (at is JsonArray array)
            array[Index(names[^1])] = text;
        else
            at[names[^1]] = text;
        return JsonSerializer.SerializeToElement(arguments);
    }

    private static int Index(string name) => int.Parse(name, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => $"{Tool} {Arguments.GetRawText()}";
}
