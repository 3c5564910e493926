using System.Globalization;
using System.Xml;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>PPTX: each slide is a page, each paragraph a line.</summary>
internal sealed class PresentationReader : IDocumentReader
{
    public void Read(Stream file, TextWindow text, UnpackLimits limits)
    {
        using var parts = new ZipParts(file, limits);
        var main = OfficeParts.Main(parts);
        var targets = OfficeParts.Targets(parts, main);
        var slides = Slides(parts, main).Where(targets.ContainsKey).Select(id => targets[id].Part).ToList();
        text.Pages = slides.Count;
        for (var number = 1; number <= slides.Count && !text.IsFull && !text.IsPast; number++)
        {
            if (!text.Begin(number))
                continue;

            text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"## Slide {number}"));
            using var xml = parts.Open(slides[number - 1]);
            Read(xml, text);
            text.AppendLine();
        }
    }

    /// <summary>The ids of the slides in the order they are shown; the names of their parts say nothing of it.</summary>
    private static List<string> Slides(ZipParts parts, string main)
    {
        var slides = new List<string>();
        using var xml = parts.Open(main);
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "sldId" })
                continue;

            while (xml.MoveToNextAttribute())
            {
                if (xml is { LocalName: "id", Prefix.Length: > 0 })
                    slides.Add(xml.Value);
            }
        }

        return slides;
    }

    private static void Read(XmlReader xml, TextWindow text)
    {
        while (!text.IsFull && xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" })
                text.Append(ElementText.Of(xml));
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "br" })
                text.AppendLine();
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "Fallback" })
                ElementText.Skip(xml);
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "p" })
                text.AppendLine();
        }
    }
}
