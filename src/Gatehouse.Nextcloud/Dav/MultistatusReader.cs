using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>
/// RFC 4918 §14: reads the elements of a multistatus as they come. Each method begins on the start of its element and ends behind it; what is
/// unknown is passed over (§17).
/// </summary>
internal sealed class MultistatusReader(XmlReader xml)
{
    private static readonly XElement[] noElements = [];

    private readonly List<KeyValuePair<XName, DavValue>> found = [];

    /// <summary>§14.16.</summary>
    /// <exception cref="XmlException">It is none, or broken.</exception>
    public List<DavResponse> Multistatus()
    {
        xml.MoveToContent();
        if (!Is("multistatus"))
            throw new XmlException("The root is no multistatus.");

        List<DavResponse> responses = [];
        var isOpen = Enter();
        while (isOpen && Next())
        {
            if (Is("response"))
                responses.Add(Response());
            else
                xml.Skip();
        }

        // What stands behind it must be well-formed, too: an answer is not two glued together.
        while (!xml.EOF)
            xml.Read();
        return responses;
    }

    /// <summary>§14.24.</summary>
    private DavResponse Response()
    {
        string? href = null;
        var properties = new Dictionary<XName, DavValue>();
        var isOpen = Enter();
        while (isOpen && Next())
        {
            if (Is("propstat"))
                PropStat(properties);
            else if (href is null && Is("href"))
                href = Value().Text;
            else
                xml.Skip();
        }

        return new(href ?? "", properties);
    }

    /// <summary>§14.22: the status comes behind the properties it is about.</summary>
    private void PropStat(Dictionary<XName, DavValue> properties)
    {
        string? status = null;
        found.Clear();
        var isOpen = Enter();
        while (isOpen && Next())
        {
            if (Is("prop"))
                Prop();
            else if (status is null && Is("status"))
                status = Value().Text;
            else
                xml.Skip();
        }

        if (!IsOk(status ?? ""))
            return;

        properties.EnsureCapacity(properties.Count + found.Count);
        foreach (var (name, value) in found)
            properties[name] = value;
    }

    /// <summary>§14.18.</summary>
    private void Prop()
    {
        var isOpen = Enter();
        while (isOpen && Next())
            found.Add(new(XName.Get(xml.LocalName, xml.NamespaceURI), Value()));
    }

    /// <summary>Most values are one piece of text.</summary>
    private DavValue Value()
    {
        if (!Enter())
            return new("", noElements);

        var text = "";
        if (xml.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
        {
            text = xml.Value;
            xml.Read();
        }

        var value = xml.NodeType == XmlNodeType.EndElement ? new(text, noElements) : Mixed(text);
        xml.Read();
        return value;
    }

    /// <summary>A value of several pieces, up to its end.</summary>
    private DavValue Mixed(string first)
    {
        var text = new StringBuilder(first);
        List<XElement> elements = [];
        while (xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                var element = (XElement)XNode.ReadFrom(xml);
                elements.Add(element);
                text.Append(element.Value);
            }
            else
            {
                text.Append(xml.Value);
                xml.Read();
            }
        }

        return new(text.ToString(), elements);
    }

    /// <summary>Goes into an element. False when it is empty, and passed.</summary>
    private bool Enter()
    {
        var isEmpty = xml.IsEmptyElement;
        xml.Read();
        return !isEmpty;
    }

    /// <summary>Goes to the next element in the one that was entered. False at its end, which is passed.</summary>
    private bool Next()
    {
        while (xml.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
            xml.Read();
        if (xml.NodeType == XmlNodeType.Element)
            return true;

        xml.Read();
        return false;
    }

    private bool Is(string name) => xml.LocalName == name && xml.NamespaceURI == DavXml.Dav.NamespaceName;

    /// <summary>RFC 9112 §4: a status line of 200.</summary>
    private static bool IsOk(string status) =>
        status.IndexOf(' ', StringComparison.Ordinal) is var space and >= 0
        && status.AsSpan(space + 1) is "200" or ['2', '0', '0', ' ', ..];
}
