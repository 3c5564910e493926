using System.Globalization;
using System.Xml;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>ODT, ODS and ODP: paragraphs as lines, headings with <c>#</c>, cells between bars; each sheet or slide is a page.</summary>
internal sealed class OpenDocumentReader : IDocumentReader
{
    private const int MaxSpaces = 100;
    private const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

    public void Read(Stream file, TextWindow text, UnpackLimits limits)
    {
        using var parts = new ZipParts(file, limits);
        using var xml = parts.Open("content.xml");
        var state = new State(text);
        while (!text.IsFull && !text.IsPast && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
                state.Begin(xml);
            else if (xml.NodeType == XmlNodeType.EndElement)
                state.End(xml.LocalName);
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && state.IsParagraph)
                text.Append(xml.Value);
        }
    }

    /// <summary>Where in the document the reader is.</summary>
    private sealed class State(TextWindow text)
    {
        private int paragraphs;
        private int cells;
        private int pages;

        public bool IsParagraph => paragraphs > 0;

        public void Begin(XmlReader xml)
        {
            switch (xml.LocalName)
            {
                case "p" or "h" when !xml.IsEmptyElement:
                    paragraphs++;
                    if (xml.LocalName == "h")
                        text.Append(new string('#', Math.Clamp(Number(xml, "outline-level", Text), 1, 6)) + " ");
                    break;
                case "s" when IsParagraph:
                    text.Append(new string(' ', Math.Clamp(Number(xml, "c", Text), 1, MaxSpaces)));
                    break;
                case "tab" when IsParagraph:
                    text.Append("\t");
                    break;
                case "line-break" when IsParagraph:
                    text.Append(cells > 0 ? " " : "\n");
                    break;
                case "table-cell" when !xml.IsEmptyElement:
                    cells++;
                    break;
                case "page" or "table" when cells == 0 && IsOnTop(xml):
                    BeginPage(xml);
                    break;
                case "tracked-changes" or "annotation" or "notes" or "forms":
                    ElementText.Skip(xml);
                    break;
            }
        }

        public void End(string name)
        {
            switch (name)
            {
                case "p" or "h" when paragraphs > 0:
                    paragraphs--;
                    text.Append(cells > 0 ? " " : "\n");
                    break;
                case "table-cell" when cells > 0:
                    cells--;
                    text.Append("| ");
                    break;
                case "table-row":
                    text.Append("\n");
                    break;
            }
        }

        /// <summary>Sheets and slides stand directly in the body of their document; a table in a text stands deeper or in a text.</summary>
        private static bool IsOnTop(XmlReader xml) => xml.Depth == 3 && (xml.LocalName == "page" || !IsText(xml));

        private static bool IsText(XmlReader xml) => xml.GetAttribute("name", Table) is null;

        private void BeginPage(XmlReader xml)
        {
            pages++;
            text.Pages = pages;
            if (!text.Begin(pages))
                return;

            var name = xml.GetAttribute("name", xml.NamespaceURI) ?? pages.ToString(CultureInfo.InvariantCulture);
            text.AppendLine($"## {name}");
        }

        private static int Number(XmlReader xml, string name, string space) =>
            int.TryParse(xml.GetAttribute(name, space), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : 1;
    }
}
