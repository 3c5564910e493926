using System.Xml;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>XLSX: each sheet is a page, each row a line, cells between tabs; numbers that are shown as days are days.</summary>
internal sealed class WorkbookReader : IDocumentReader
{
    /// <summary>A row may name column XFD; nobody wants 16,383 tabs before it.</summary>
    private const int MaxGap = 64;

    public void Read(Stream file, TextWindow text, UnpackLimits limits)
    {
        using var parts = new ZipParts(file, limits);
        var main = OfficeParts.Main(parts);
        var targets = OfficeParts.Targets(parts, main);
        var (sheets, is1904) = Sheets(parts, main);
        text.Pages = sheets.Count;
        var values = new CellValues(PartOf(targets, "/sharedStrings"), PartOf(targets, "/styles"), is1904, parts);
        for (var number = 1; number <= sheets.Count && !text.IsFull && !text.IsPast; number++)
        {
            var (name, relation) = sheets[number - 1];
            if (!text.Begin(number) || !targets.TryGetValue(relation, out var target))
                continue;

            text.AppendLine($"## {name}");
            using var xml = parts.Open(target.Part);
            Read(xml, text, values);
            text.AppendLine();
        }
    }

    private static string? PartOf(Dictionary<string, (string Type, string Part)> targets, string type) =>
        targets.Values.FirstOrDefault(t => t.Type.EndsWith(type, StringComparison.Ordinal)).Part;

    private static (List<(string Name, string Relation)> Sheets, bool Is1904) Sheets(ZipParts parts, string main)
    {
        var (sheets, is1904) = (new List<(string, string)>(), false);
        using var xml = parts.Open(main);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
                is1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                continue;

            var name = xml.GetAttribute("name") ?? "";
            var relation = "";
            while (xml.MoveToNextAttribute())
                relation = xml is { LocalName: "id", Prefix.Length: > 0 } ? xml.Value : relation;
            sheets.Add((name, relation));
        }

        return (sheets, is1904);
    }

    private static void Read(XmlReader xml, TextWindow text, CellValues values)
    {
        var column = 0;
        while (!text.IsFull && xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                var next = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
                text.Append(new string('\t', Math.Clamp(next - Math.Max(column, 1), 0, MaxGap)));
                column = next;
                text.Append(Value(xml, values));
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
            {
                text.AppendLine();
                column = 0;
            }
        }
    }

    private static string Value(XmlReader xml, CellValues values)
    {
        if (xml.IsEmptyElement)
            return "";

        var (type, style, depth, value) = (xml.GetAttribute("t"), xml.GetAttribute("s"), xml.Depth, "");
        var more = xml.Read();
        while (more && xml.Depth > depth)
        {
            // Formulas stand in f; what they came to stands in v.
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" or "is" })
                value = ElementText.Of(xml);
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "f" })
                ElementText.Skip(xml);
            more = xml.Read();
        }

        return values.Show(type, style, value).Replace('\n', ' ').Replace('\t', ' ');
    }

    /// <summary>The number of the column in a reference such as <c>AB12</c>.</summary>
    private static int? ColumnOf(string? reference)
    {
        var letters = (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4).ToList();
        return letters.Count is 0 or 4 ? null : letters.Aggregate(0, (sum, letter) => (sum * 26) + (letter - 'A' + 1));
    }
}
