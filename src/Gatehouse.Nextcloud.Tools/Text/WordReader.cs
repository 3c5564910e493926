using System.Xml;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>DOCX: paragraphs as lines, headings with <c>#</c>, rows of tables with <c>|</c>. What tracked changes deleted is left out.</summary>
internal sealed class WordReader : IDocumentReader
{
    public void Read(Stream file, TextWindow text, UnpackLimits limits)
    {
        using var parts = new ZipParts(file, limits);
        using var xml = parts.Open(OfficeParts.Main(parts));
        var cells = 0;
        while (!text.IsFull && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
                Begin(xml, text, ref cells);
            else if (xml.NodeType == XmlNodeType.EndElement)
                End(xml.LocalName, text, ref cells);
        }
    }

    private static void Begin(XmlReader xml, TextWindow text, ref int cells)
    {
        switch (xml.LocalName)
        {
            case "t":
                text.Append(ElementText.Of(xml));
                break;
            case "tab":
                // Where the tab stops of a paragraph are declared, they are tabs, too.
                if (!xml.HasAttributes)
                    text.Append("\t");
                break;
            case "br" or "cr":
                text.Append(cells > 0 ? " " : "\n");
                break;
            case "pStyle" when HeadingLevel(xml) is { } level:
                text.Append(new string('#', level) + " ");
                break;
            case "tc" when !xml.IsEmptyElement:
                cells++;
                break;
            case "Fallback" or "instrText":
                // The same text for older programs, and the formulas of fields.
                ElementText.Skip(xml);
                break;
        }
    }

    private static void End(string name, TextWindow text, ref int cells)
    {
        switch (name)
        {
            case "p":
                text.Append(cells > 0 ? " " : "\n");
                break;
            case "tc":
                cells--;
                text.Append("| ");
                break;
            case "tr":
                text.Append("\n");
                break;
        }
    }

    private static int? HeadingLevel(XmlReader xml)
    {
        var style = xml.GetAttribute("val", xml.NamespaceURI) ?? "";
        return
            style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase)
            && style is [.., >= '1' and <= '6' and var digit]
            ? digit - '0'
            : null;
    }
}
