using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Nextcloud.Texts;

namespace Gatehouse.Nextcloud.Tables;

/// <summary>One value of a column, both ways.</summary>
internal static class ColumnValue
{
    private const int MaxProgress = 100;
    private const int MaxStars = 5;

    public static bool TryWrite(
        TableColumn column,
        JsonElement value,
        out JsonNode? node,
        [NotNullWhen(false)] out string? error
    )
    {
        node = null;
        error = null;
        if (value.ValueKind == JsonValueKind.Null)
            return true;

        var (written, problem) = column.Kind switch
        {
            ColumnKind.Line or ColumnKind.Text => Text(column, value),
            ColumnKind.Link => Link(value),
            ColumnKind.Number => Number(value, column.Min, column.Max),
            ColumnKind.Progress => Number(value, 0, MaxProgress),
            ColumnKind.Stars => Number(value, 0, MaxStars),
            ColumnKind.Selection => Option(column, value),
            ColumnKind.MultiSelection => Options(column, value),
            ColumnKind.Check => Check(value),
            ColumnKind.DateTime => Time(value, "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"),
            ColumnKind.Date => Time(value, "yyyy-MM-dd"),
            ColumnKind.Time => Time(value, "HH:mm", "HH:mm:ss"),
            ColumnKind.People => People(value),
            _ => (JsonNode.Parse(value.GetRawText()), null),
        };
        node = written;
        error = problem;
        return problem is null;
    }

    public static JsonNode? Read(TableColumn column, JsonElement value) =>
        column.Kind switch
        {
            ColumnKind.Selection => Label(column, value),
            ColumnKind.MultiSelection => Labels(column, value),
            ColumnKind.Check => JsonValue.Create(TextOf(value) == "true"),
            ColumnKind.Link => Url(value),
            ColumnKind.People => Names(value),
            _ => JsonNode.Parse(value.GetRawText()),
        };

    private static (JsonNode?, string?) Text(TableColumn column, JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
            return (null, "it takes a text.");

        var text = TextOf(value);
        return column.MaxLength is { } most && text.Length > most
            ? (null, $"it takes at most {most} characters, not {text.Length}.")
            : (JsonValue.Create(text), null);
    }

    /// <summary>As the app's own editor writes it. A bare URL would be cut by an expression that knows top-level domains of two and three letters.</summary>
    private static (JsonNode?, string?) Link(JsonElement value)
    {
        var text = TextOf(value);
        if (text.Length == 0)
            return (JsonValue.Create(""), null);
        if (
            value.ValueKind != JsonValueKind.String
            || !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
        )
            return (null, "it takes a link that begins with https:// or http://.");

        return (JsonValue.Create(new JsonObject { ["title"] = text, ["value"] = text }.ToJsonString()), null);
    }

    private static (JsonNode?, string?) Number(JsonElement value, double? least, double? most)
    {
        if (
            value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String)
            || !decimal.TryParse(TextOf(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        )
            return (null, $"it takes a number such as 2.5, not {Shown(value)}.");

        if ((double)number < least || (double)number > most)
            return (null, $"it takes a number from {Bound(least)} to {Bound(most)}, not {Shown(value)}.");

        return (JsonValue.Create(number), null);
    }

    private static (JsonNode?, string?) Option(TableColumn column, JsonElement value) =>
        IdOf(column, value) is { } id ? (JsonValue.Create(id), null) : (null, NoOption(column, value));

    private static (JsonNode?, string?) Options(TableColumn column, JsonElement value)
    {
        IEnumerable<JsonElement> wanted = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        var ids = new JsonArray();
        foreach (var option in wanted)
        {
            if (IdOf(column, option) is not { } id)
                return (null, NoOption(column, option));

            ids.Add((JsonNode)JsonValue.Create(id));
        }

        return (ids, null);
    }

    private static (JsonNode?, string?) Check(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => (JsonValue.Create("true"), null),
            JsonValueKind.False => (JsonValue.Create("false"), null),
            JsonValueKind.String when value.GetString() is "true" or "false" => (
                JsonValue.Create(value.GetString()),
                null
            ),
            _ => (null, $"it takes true or false, not {Shown(value)}."),
        };

    private static (JsonNode?, string?) Time(JsonElement value, params string[] formats) =>
        value.ValueKind == JsonValueKind.String
        && DateTime.TryParseExact(
            value.GetString(),
            formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? (JsonValue.Create(time.ToString(formats[0], CultureInfo.InvariantCulture)), null)
            : (null, $"it takes {formats[0]} without a time zone, not {Shown(value)}.");

    private static (JsonNode?, string?) People(JsonElement value)
    {
        IEnumerable<JsonElement> wanted = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        var people = new JsonArray();
        foreach (var one in wanted)
        {
            if (one.ValueKind == JsonValueKind.String)
                people.Add((JsonNode)new JsonObject { ["id"] = one.GetString(), ["type"] = 0 });
            else if (one.ValueKind == JsonValueKind.Object && one.TryGetProperty("id", out _))
                people.Add(JsonNode.Parse(one.GetRawText()));
            else
                return (null, "it takes user ids.");
        }

        return (people, null);
    }

    private static long? IdOf(TableColumn column, JsonElement value)
    {
        var text = TextOf(value);
        return (
            column.Options.FirstOrDefault(o => o.Label == text)
            ?? column.Options.FirstOrDefault(o => string.Equals(o.Label, text, StringComparison.OrdinalIgnoreCase))
        )?.Id;
    }

    private static string NoOption(TableColumn column, JsonElement value) =>
        $"there is no option {Shown(value)}. The options are: {string.Join(", ", column.Options.Select(o => o.Label))}.";

    private static JsonNode? Label(TableColumn column, JsonElement value) =>
        column.Options.FirstOrDefault(o => o.Id.ToString(CultureInfo.InvariantCulture) == TextOf(value)) is { } option
            ? JsonValue.Create(option.Label)
            : JsonNode.Parse(value.GetRawText());

    private static JsonNode? Labels(TableColumn column, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
            return new JsonArray([.. value.EnumerateArray().Select(v => Label(column, v))]);

        return
            value.ValueKind == JsonValueKind.String
            && Parsed(value.GetString()!) is { ValueKind: JsonValueKind.Array } list
            ? Labels(column, list)
            : JsonNode.Parse(value.GetRawText());
    }

    private static JsonValue? Url(JsonElement value)
    {
        var text = TextOf(value);
        return
            Parsed(text) is { ValueKind: JsonValueKind.Object } link
            && link.TryGetProperty("value", out var url)
            && url.ValueKind == JsonValueKind.String
            ? JsonValue.Create(url.GetString())
            : JsonValue.Create(text);
    }

    private static JsonNode? Names(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
            ? new JsonArray([
                .. value
                    .EnumerateArray()
                    .Select(v => v.ValueKind == JsonValueKind.Object && v.TryGetProperty("id", out var id) ? id : v)
                    .Select(v => JsonNode.Parse(v.GetRawText())),
            ])
            : JsonNode.Parse(value.GetRawText());

    private static JsonElement? Parsed(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Bound(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "any";

    private static string Shown(JsonElement value) => Beginning.Of(value.GetRawText(), 40);
}
