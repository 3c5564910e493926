using Gatehouse.Nextcloud.Tables;

namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>The words for what a column holds, both ways.</summary>
internal static class ColumnTypes
{
    private static readonly Dictionary<ColumnKind, ColumnType> words = new()
    {
        [ColumnKind.Line] = ColumnType.Line,
        [ColumnKind.Text] = ColumnType.Text,
        [ColumnKind.Link] = ColumnType.Link,
        [ColumnKind.Number] = ColumnType.Number,
        [ColumnKind.Progress] = ColumnType.Progress,
        [ColumnKind.Stars] = ColumnType.Stars,
        [ColumnKind.Selection] = ColumnType.Selection,
        [ColumnKind.MultiSelection] = ColumnType.Multi,
        [ColumnKind.Check] = ColumnType.Check,
        [ColumnKind.DateTime] = ColumnType.DateTime,
        [ColumnKind.Date] = ColumnType.Date,
        [ColumnKind.Time] = ColumnType.Time,
        [ColumnKind.People] = ColumnType.People,
    };

    public static ColumnType Of(ColumnKind kind) => words.GetValueOrDefault(kind, ColumnType.Other);

    public static ColumnKind Of(ColumnType type) => words.FirstOrDefault(w => w.Value == type).Key;
}
