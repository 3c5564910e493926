using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Nextcloud.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Id">Its id, under which the API keeps values.</param>
/// <param name="TableId">Its table.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsMandatory">A row must have a value here.</param>
/// <param name="Description">What it is for; may be empty.</param>
/// <param name="Options">The options of a selection.</param>
/// <param name="Min">The least number, or null.</param>
/// <param name="Max">The greatest number, or null.</param>
/// <param name="Suffix">What stands behind a number, e.g. <c>kg</c>; may be empty.</param>
/// <param name="MaxLength">The longest text in characters, or null.</param>
/// <param name="HasDefault">The app fills in a value where none is given.</param>
public sealed record TableColumn(
    long Id,
    long TableId,
    string Title,
    ColumnKind Kind,
    bool IsMandatory,
    string Description,
    IReadOnlyList<ColumnOption> Options,
    double? Min,
    double? Max,
    string Suffix,
    int? MaxLength,
    bool HasDefault
)
{
    /// <summary>All members as the app wrote them: a change sends back what it leaves alone.</summary>
    internal JsonObject Read { get; private init; } = [];

    internal static TableColumn Of(JsonObject json)
    {
        var data = json.Deserialize(TablesJson.Default.ColumnData)!;
        return new(
            data.Id,
            data.TableId,
            data.Title ?? "",
            ColumnKinds.Of(data.Type, data.Subtype),
            data.Mandatory,
            data.Description ?? "",
            data.SelectionOptions ?? [],
            data.NumberMin,
            data.NumberMax,
            data.NumberSuffix ?? "",
            data.TextMaxLength > 0 ? data.TextMaxLength : null,
            data.NumberDefault is not null
                || data.TextDefault is { Length: > 0 }
                || data.SelectionDefault is { Length: > 0 }
                || data.DatetimeDefault is { Length: > 0 }
        )
        {
            Read = json,
        };
    }

    /// <summary>Two columns are the same when what is known of them is; the raw answer does not count.</summary>
    public bool Equals(TableColumn? other) => other is not null && Id == other.Id && Title == other.Title;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Title);
}
