using System.Collections.Frozen;

namespace Gatehouse.Nextcloud.Tables;

/// <summary>The kinds of columns by the app's type and subtype.</summary>
internal static class ColumnKinds
{
    private static readonly FrozenDictionary<(string Type, string Subtype), ColumnKind> kinds = new Dictionary<
        (string Type, string Subtype),
        ColumnKind
    >
    {
        [("text", "line")] = ColumnKind.Line,
        [("text", "long")] = ColumnKind.Text,
        [("text", "rich")] = ColumnKind.Text,
        [("text", "link")] = ColumnKind.Link,
        [("number", "")] = ColumnKind.Number,
        [("number", "progress")] = ColumnKind.Progress,
        [("number", "stars")] = ColumnKind.Stars,
        [("selection", "")] = ColumnKind.Selection,
        [("selection", "multi")] = ColumnKind.MultiSelection,
        [("selection", "check")] = ColumnKind.Check,
        [("datetime", "")] = ColumnKind.DateTime,
        [("datetime", "date")] = ColumnKind.Date,
        [("datetime", "time")] = ColumnKind.Time,
        [("usergroup", "")] = ColumnKind.People,
    }.ToFrozenDictionary();

    public static ColumnKind Of(string? type, string? subtype) =>
        kinds.GetValueOrDefault((type ?? "", subtype ?? ""), ColumnKind.Other);

    /// <summary>Type and subtype of a new column.</summary>
    public static (string Type, string Subtype) Of(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Text => ("text", "rich"),
            ColumnKind.Other => throw new ArgumentOutOfRangeException(nameof(kind)),
            _ => kinds.First(k => k.Value == kind).Key,
        };
}
