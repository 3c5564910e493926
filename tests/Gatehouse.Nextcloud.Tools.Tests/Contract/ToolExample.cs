using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>A call, and what the cloud answers to it.</summary>
/// <param name="Tool">The name of the tool.</param>
/// <param name="Arguments">Its arguments, an object.</param>
/// <param name="Answers">What the cloud answers.</param>
/// <param name="Error">
/// What the tool says, when these answers make it fail and take back what it began, with the last of them; null when it answers with success.
/// </param>
internal sealed record ToolExample(
    string Tool,
    JsonElement Arguments,
    ImmutableArray<ExampleAnswer> Answers,
    string? Error
)
{
    public static ToolExample Read(JsonElement json) =>
        new(
            json.GetProperty("tool").GetString()!,
            WithLongTexts(json.GetProperty("arguments")),
            [.. json.GetProperty("answers").EnumerateArray().Select(ExampleAnswer.Read)],
            json.TryGetProperty("error", out var error) ? error.GetString() : null
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

    /// <summary>A text too long to be written out stands as <c>{"repeat": "a", "times": 9}</c>.</summary>
    private static JsonElement WithLongTexts(JsonElement arguments) =>
        JsonSerializer.SerializeToElement(
            arguments
                .EnumerateObject()
                .ToDictionary(
                    one => one.Name,
                    one =>
                        one.Value is { ValueKind: JsonValueKind.Object } value
                        && value.TryGetProperty("repeat", out var part)
                            ? JsonSerializer.SerializeToElement(
                                string.Concat(
                                    Enumerable.Repeat(part.GetString(), value.GetProperty("times").GetInt32())
                                )
                            )
                            : one.Value
                )
        );

    private static int Index(string name) => int.Parse(name, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Tool} {Arguments.GetRawText() switch { { Length: > 1000 } text => text[..1000], var text => text }}";
}
