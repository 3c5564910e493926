using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Tables;

/// <summary>Values as they are kept: what cannot be read becomes nothing, and nobody is told.</summary>
internal static class CellValue
{
    public static JsonNode? Keep(StoredColumn column, JsonNode? value) =>
        (column.Type, column.Subtype) switch
        {
            _ when value is null => null,
            ("number", _) => decimal.TryParse(Text(value), CultureInfo.InvariantCulture, out var number)
                ? JsonValue.Create(number)
                : null,
            ("selection", "") => JsonValue.Create(Text(value)),
            ("selection", "check") => JsonValue.Create(Text(value) is "true" or "1" or "yes" ? "true" : "false"),
            _ => value.DeepClone(),
        };

    public static JsonNode? Read(StoredColumn column, JsonNode? value) =>
        (column.Type, column.Subtype) switch
        {
            ("number", _) => value?.DeepClone() ?? 0,
            ("selection", "") when long.TryParse(Text(value), CultureInfo.InvariantCulture, out var id) => id,
            _ => value?.DeepClone() ?? "",
        };

    public static string Text(JsonNode? value) =>
        value switch
        {
            null => "",
            JsonValue one when one.GetValueKind() == JsonValueKind.String => one.GetValue<string>(),
            _ => value.ToJsonString(),
        };
}
