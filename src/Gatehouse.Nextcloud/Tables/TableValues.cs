using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Nextcloud.Tables;

/// <summary>
/// Values as people say them (column titles, option labels, true and false) and as the app keeps them (column ids, option ids, texts). What
/// does not fit its column is an error before anything is sent.
/// </summary>
public static class TableValues
{
    /// <summary>Values by column title as values by column id.</summary>
    /// <param name="columns">The columns of the table.</param>
    /// <param name="values">Values by title; where a title occurs twice, the column's id as text.</param>
    /// <param name="isNewRow">Mandatory columns must have a value.</param>
    /// <param name="errors">What does not fit, one sentence each; empty when all does.</param>
    public static JsonObject ToCloud(
        IReadOnlyList<TableColumn> columns,
        IReadOnlyDictionary<string, JsonElement> values,
        bool isNewRow,
        out IReadOnlyList<string> errors
    )
    {
        List<string> found = [];
        var write = new JsonObject();
        foreach (var (title, value) in values)
        {
            if (Find(columns, title, found) is not { } column)
                continue;

            if (ColumnValue.TryWrite(column, value, out var node, out var error))
                write[column.Id.ToString(CultureInfo.InvariantCulture)] = node;
            else
                found.Add($"'{column.Title}': {error}");
        }

        if (isNewRow)
            found.AddRange(Missing(columns, write));
        errors = found;
        return write;
    }

    /// <summary>The values of a row by column title; a second column of the same title is named by its id.</summary>
    public static JsonObject FromCloud(IReadOnlyList<TableColumn> columns, TableRow row)
    {
        var read = new JsonObject();
        foreach (var column in columns.Where(c => row.Values.ContainsKey(c.Id)))
        {
            var name = read.ContainsKey(column.Title) ? column.Id.ToString(CultureInfo.InvariantCulture) : column.Title;
            read[name] = ColumnValue.Read(column, row.Values[column.Id]);
        }

        return read;
    }

    /// <summary>The column of a title (or of an id written as text); null, and a sentence in <paramref name="errors"/>, when there is none or two.</summary>
    public static TableColumn? Find(IReadOnlyList<TableColumn> columns, string title, ICollection<string> errors)
    {
        var named = columns.Where(c => c.Title == title).ToList();
        if (named.Count == 0)
            named = [.. columns.Where(c => string.Equals(c.Title, title, StringComparison.OrdinalIgnoreCase))];
        if (named.Count == 0)
            named = [.. columns.Where(c => c.Id.ToString(CultureInfo.InvariantCulture) == title)];
        if (named.Count == 1)
            return named[0];

        errors.Add(
            named.Count == 0
                ? $"There is no column '{title}'. The columns are: {string.Join(", ", columns.Select(c => c.Title))}."
                : $"Several columns are called '{title}'. Name one by its id: {string.Join(", ", named.Select(c => c.Id))}."
        );
        return null;
    }

    private static IEnumerable<string> Missing(IReadOnlyList<TableColumn> columns, JsonObject write) =>
        columns
            .Where(c => c is { IsMandatory: true, HasDefault: false })
            .Where(c => write[c.Id.ToString(CultureInfo.InvariantCulture)] is null)
            .Select(c => $"'{c.Title}' is mandatory and has no value.");
}
