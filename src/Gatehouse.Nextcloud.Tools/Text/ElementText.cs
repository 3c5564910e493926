using System.Text;
using System.Xml;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>Moves a reader over one element and leaves it at its end, so that the next Read goes on behind it.</summary>
internal static class ElementText
{
    /// <summary>The text in the element, at most a million characters of it.</summary>
    public static string Of(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";

        const int most = 1_000_000;
        var (depth, text) = (xml.Depth, new StringBuilder());
        while (xml.Read() && xml.Depth > depth)
        {
            var isText =
                xml.NodeType
                is XmlNodeType.Text
                    or XmlNodeType.CDATA
                    or XmlNodeType.Whitespace
                    or XmlNodeType.SignificantWhitespace;
            if (isText && text.Length < most)
                text.Append(xml.Value);
        }

        return text.ToString();
    }

    /// <summary>Leaves out the element with all that is in it.</summary>
    public static void Skip(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            // What is inside is left out.
        }
    }
}
