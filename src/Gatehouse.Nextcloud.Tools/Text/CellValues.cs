using System.Globalization;
using System.Text;
using System.Xml;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>What the cells of a workbook show: texts that are kept once for all sheets, and numbers in the format of their style.</summary>
internal sealed class CellValues(string? stringsPart, string? stylesPart, bool is1904, ZipParts parts)
{
    private const int MaxCharacters = 20_000_000;

    private readonly Lazy<List<string>> strings = new(() => Strings(parts, stringsPart));
    private readonly Lazy<List<DateShape>> styles = new(() => Styles(parts, stylesPart));

    private enum DateShape
    {
        None,
        Day,
        DayAndTime,
        Time,
    }

    public string Show(string? type, string? style, string value) =>
        type switch
        {
            "s" => At(strings.Value, value) ?? "",
            "b" => value == "1" ? "TRUE" : "FALSE",
            null or "n" => Number(value, At(styles.Value, style)),
            _ => value,
        };

    private string Number(string value, DateShape shape)
    {
        if (
            shape == DateShape.None
            || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days)
            || days is < 0 or > 2_958_465
        )
            return value;

        // Day 60 of Excel's calendar is 29 February 1900, which never was.
        var start =
            is1904 ? new DateTime(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified)
            : days < 60 ? new DateTime(1899, 12, 31, 0, 0, 0, DateTimeKind.Unspecified)
            : new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
        var time = start.AddSeconds(Math.Round(days * 86_400));
        return time.ToString(
            shape switch
            {
                DateShape.Day => "yyyy-MM-dd",
                DateShape.Time => "HH:mm:ss",
                _ => "yyyy-MM-dd HH:mm:ss",
            },
            CultureInfo.InvariantCulture
        );
    }

    private static T? At<T>(List<T> list, string? index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < list.Count
            ? list[at]
            : default;

    private static List<string> Strings(ZipParts parts, string? part)
    {
        var (list, characters) = (new List<string>(), 0);
        using var xml = part is null ? null : parts.Find(part);
        while (xml?.Read() is true)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                continue;

            list.Add(Item(xml));
            characters += list[^1].Length + 16;
            if (characters > MaxCharacters)
                throw new InvalidDataException("It holds too many texts.");
        }

        return list;
    }

    /// <summary>The runs of one text, without how the characters are spoken (rPh).</summary>
    private static string Item(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";

        var (depth, text) = (xml.Depth, new StringBuilder());
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
                ElementText.Skip(xml);
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" })
                text.Append(ElementText.Of(xml));
        }

        return text.ToString();
    }

    private static List<DateShape> Styles(ZipParts parts, string? part)
    {
        var formats = new Dictionary<string, string>(StringComparer.Ordinal);
        var (list, isCells) = (new List<DateShape>(), false);
        using var xml = part is null ? null : parts.Find(part);
        while (xml?.Read() is true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
                formats[xml.GetAttribute("numFmtId") ?? ""] = xml.GetAttribute("formatCode") ?? "";
            if (xml.LocalName == "cellXfs")
                isCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (isCells && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
                list.Add(Shape(xml.GetAttribute("numFmtId") ?? "", formats));
        }

        return list;
    }

    /// <summary>ECMA-376 part 1 §18.8.30: the formats every program knows by number, and those the workbook brings.</summary>
    private static DateShape Shape(string id, Dictionary<string, string> formats)
    {
        if (formats.TryGetValue(id, out var code))
            return Shape(code);

        return id switch
        {
            "14" or "15" or "16" or "17" => DateShape.Day,
            "18" or "19" or "20" or "21" or "45" or "46" or "47" => DateShape.Time,
            "22" => DateShape.DayAndTime,
            _ => DateShape.None,
        };
    }

    private static DateShape Shape(string code)
    {
        var bare = Bare(code);
        var (hasDay, hasTime) = (bare.AsSpan().ContainsAny("yd"), bare.AsSpan().ContainsAny("hs"));
        return (hasDay, hasTime) switch
        {
            (true, true) => DateShape.DayAndTime,
            (true, false) => DateShape.Day,
            (false, true) => DateShape.Time,
            _ => DateShape.None,
        };
    }

    /// <summary>Without what stands in quotes and brackets, such as a currency or a colour.</summary>
    private static string Bare(string code)
    {
        var (bare, until) = (new StringBuilder(), '\0');
        foreach (var c in code)
        {
            if (until != '\0')
                until = c == until ? '\0' : until;
            else if (c is '"' or '[')
                until = c == '"' ? '"' : ']';
            else
                bare.Append(char.ToLowerInvariant(c));
        }

        return bare.ToString();
    }
}
