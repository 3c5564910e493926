using System.Globalization;
using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Tables;

/// <summary>Which rows a view shows, and in which order.</summary>
internal static class RowFilter
{
    private const string Option = "@selection-id-";

    public static IEnumerable<StoredRow> RowsOf(TablesState state, StoredView view)
    {
        var groups = view.Filter.OfType<JsonArray>().Where(group => group.Count > 0).ToList();
        var rows = state
            .RowsOf(view.TableId)
            .Where(row => groups.Count == 0 || groups.Exists(group => group.All(one => Meets(row, one!))));
        foreach (var sort in view.Sort.OfType<JsonObject>().Reverse())
        {
            var key = Key(sort);
            rows =
                (string?)sort["mode"] == "DESC"
                    ? rows.OrderByDescending(row => Sortable(row.Values[key]), StringComparer.Ordinal)
                    : rows.OrderBy(row => Sortable(row.Values[key]), StringComparer.Ordinal);
        }

        return rows;
    }

    private static bool Meets(StoredRow row, JsonNode condition)
    {
        var kept = CellValue.Text(row.Values[Key(condition)]);
        var value = CellValue.Text(condition["value"]) switch
        {
            "@checked" => "true",
            "@unchecked" => "false",
            var text when text.StartsWith(Option, StringComparison.Ordinal) => text[Option.Length..],
            var text => text,
        };
        return (string?)condition["operator"] switch
        {
            "contains" => kept.Contains(value, StringComparison.OrdinalIgnoreCase),
            "begins-with" => kept.StartsWith(value, StringComparison.OrdinalIgnoreCase),
            "ends-with" => kept.EndsWith(value, StringComparison.OrdinalIgnoreCase),
            "is-equal" => kept.Equals(value, StringComparison.OrdinalIgnoreCase)
                || (value == "false" && kept.Length == 0),
            "is-greater-than" => Compare(kept, value) > 0,
            "is-greater-than-or-equal" => Compare(kept, value) >= 0,
            "is-lower-than" => Compare(kept, value) < 0,
            "is-lower-than-or-equal" => Compare(kept, value) <= 0,
            "is-empty" => kept.Length == 0,
            _ => false,
        };
    }

    private static int Compare(string one, string other) =>
        decimal.TryParse(one, CultureInfo.InvariantCulture, out var left)
        && decimal.TryParse(other, CultureInfo.InvariantCulture, out var right)
            ? left.CompareTo(right)
            : string.CompareOrdinal(one, other);

    private static string Sortable(JsonNode? value) =>
        decimal.TryParse(CellValue.Text(value), CultureInfo.InvariantCulture, out var number)
            ? number.ToString("00000000000000000000.0000", CultureInfo.InvariantCulture)
            : CellValue.Text(value);

    private static string Key(JsonNode of) => CellValue.Text(of["columnId"]);
}
