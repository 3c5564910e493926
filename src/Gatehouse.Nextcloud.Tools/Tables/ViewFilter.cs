using System.Collections.Immutable;
using System.Globalization;
using Gatehouse.Nextcloud.Tables;
using Gatehouse.Nextcloud.Tools.Errors;

namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>Reads conditions as people write them, such as <c>Amount > 5</c>, into the app's words.</summary>
internal static class ViewFilter
{
    /// <summary>Longer ones first: <c>&gt;=</c> begins with <c>&gt;</c>.</summary>
    private static readonly ImmutableArray<(string Written, string Meant)> operators =
    [
        ("is empty", "is-empty"),
        ("begins with", "begins-with"),
        ("ends with", "ends-with"),
        ("contains", "contains"),
        (">=", "is-greater-than-or-equal"),
        ("<=", "is-lower-than-or-equal"),
        (">", "is-greater-than"),
        ("<", "is-lower-than"),
        ("=", "is-equal"),
    ];

    /// <summary>Reads one.</summary>
    /// <exception cref="ToolException">It names no column of the table, or no operator.</exception>
    public static ViewCondition Read(IReadOnlyList<TableColumn> columns, string condition)
    {
        var text = condition.Trim();
        var column =
            columns
                .Where(c => text.StartsWith(c.Title + " ", StringComparison.OrdinalIgnoreCase))
                .MaxBy(c => c.Title.Length)
            ?? throw Bad(
                condition,
                $"It must begin with the title of a column: {string.Join(", ", columns.Select(c => c.Title))}."
            );
        var rest = text[column.Title.Length..].Trim();
        var (written, meant) = operators.FirstOrDefault(o =>
            rest.StartsWith(o.Written, StringComparison.OrdinalIgnoreCase)
        );
        return written is null
            ? throw Bad(
                condition,
                $"Behind the column must stand one of: {string.Join(", ", operators.Select(o => o.Written))}."
            )
            : new ViewCondition(column.Id, meant, ValueOf(column, rest[written.Length..].Trim()));
    }

    /// <summary>Options and marks have magic words in conditions.</summary>
    private static string ValueOf(TableColumn column, string value) =>
        column.Kind switch
        {
            ColumnKind.Check => value is "true" or "yes" ? "@checked" : "@unchecked",
            ColumnKind.Selection
            or ColumnKind.MultiSelection
                when column.Options.FirstOrDefault(o => o.Label.Equals(value, StringComparison.OrdinalIgnoreCase))
                    is { } option => string.Create(CultureInfo.InvariantCulture, $"@selection-id-{option.Id}"),
            _ => value,
        };

    private static ToolException Bad(string condition, string why) =>
        Arguments.Bad("filter", $"'{condition}' cannot be read. {why}");
}
