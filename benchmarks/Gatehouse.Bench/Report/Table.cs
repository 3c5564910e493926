namespace Gatehouse.Bench.Report;

/// <summary>A Markdown table whose columns are padded, so that it also reads well on a terminal.</summary>
internal static class Table
{
    public static string Of(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [head, .. rows];
        var widths = Enumerable.Range(0, head.Count).Select(column => all.Max(row => row[column].Length)).ToArray();
        var lines = all.Select(row => Line(row.Select((cell, column) => Pad(cell, widths[column], column)))).ToList();
        lines.Insert(1, Line(widths.Select(Rule)));
        return string.Join('\n', lines) + "\n";
    }

    private static string Pad(string cell, int width, int column) =>
        column == 0 ? cell.PadRight(width) : cell.PadLeft(width);

    private static string Rule(int width, int column) =>
        column == 0 ? new string('-', width) : new string('-', width - 1) + ":";

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
