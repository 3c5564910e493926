using System.Text;
using System.Xml;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>Reads elements as they come, in one pass. Each method begins on the start of its element and ends behind it.</summary>
internal sealed class ElementReader(XmlReader xml)
{
    private const int MaxDepth = 64;

    /// <summary>Characters that elements repeat of those in them. Each level does, so that a text in many of them would be in memory many times.</summary>
    private const int MaxRepeated = 16 * 1024 * 1024;

    private static readonly KeyValuePair<string, string>[] noAttributes = [];

    private long repeated;

    /// <summary>An element with all that is in it; most are one piece of text.</summary>
    /// <exception cref="XmlException">It is broken, nested too deep or repeats too much.</exception>
    public DavElement Element()
    {
        if (xml.Depth > MaxDepth)
            throw new XmlException($"Elements are nested more than {MaxDepth} deep.");

        var (name, space) = (xml.LocalName, xml.NamespaceURI);
        var attributes = xml.HasAttributes ? Attributes() : noAttributes;
        if (!Enter())
            return new(name, space, "", [], attributes);

        var text = "";
        if (xml.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
        {
            text = xml.Value;
            xml.Read();
        }

        IReadOnlyList<DavElement> elements = [];
        if (xml.NodeType != XmlNodeType.EndElement)
            (text, elements) = Mixed(text);
        xml.Read();
        return new(name, space, text, elements, attributes);
    }

    /// <summary>Goes into an element. False when it is empty, and passed.</summary>
    public bool Enter()
    {
        var isEmpty = xml.IsEmptyElement;
        xml.Read();
        return !isEmpty;
    }

    /// <summary>Goes to the next element in the one that was entered. False at its end, which is passed.</summary>
    public bool Next()
    {
        while (xml.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
            xml.Read();
        if (xml.NodeType == XmlNodeType.Element)
            return true;

        xml.Read();
        return false;
    }

    /// <summary>What stands behind the root must be well-formed, too: an answer is not two glued together.</summary>
    public void End()
    {
        while (!xml.EOF)
            xml.Read();
    }

    /// <summary>The rest of an element of several pieces, up to its end.</summary>
    /// <returns>All its text, and the elements in it.</returns>
    private (string Text, List<DavElement> Elements) Mixed(string first)
    {
        var text = new StringBuilder(first);
        List<DavElement> elements = [];
        while (xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                var element = Element();
                elements.Add(element);
                repeated += element.Text.Length;
                if (repeated > MaxRepeated)
                    throw new XmlException("A text stands in too many elements.");

                text.Append(element.Text);
            }
            else
            {
                text.Append(xml.Value);
                xml.Read();
            }
        }

        return (text.ToString(), elements);
    }

    private KeyValuePair<string, string>[] Attributes()
    {
        List<KeyValuePair<string, string>> attributes = [];
        while (xml.MoveToNextAttribute())
        {
            if (xml.NamespaceURI.Length == 0)
                attributes.Add(new(xml.LocalName, xml.Value));
        }

        xml.MoveToElement();
        return [.. attributes];
    }
}
