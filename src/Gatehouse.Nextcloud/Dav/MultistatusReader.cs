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
    private const int MaxDepth = 64;

    /// <summary>Characters that elements repeat of those in them. Each level does, so that a text in many of them would be in memory many times.</summary>
    private const int MaxRepeated = 16 * 1024 * 1024;

    private static readonly KeyValuePair<string, string>[] noAttributes = [];

    private readonly ElementNames names = new();

    private long repeated;

    /// <summary>How many properties the thing before had: the next has as many.</summary>
    private int count;

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
        List<DavElement> properties = new(count);
        var isOpen = Enter();
        while (isOpen && Next())
        {
            if (Is("propstat"))
                PropStat(properties);
            else if (href is null && Is("href"))
                href = Element().Text;
            else
                xml.Skip();
        }

        count = properties.Count;
        return new(href ?? "", properties);
    }

    /// <summary>§14.22: the status comes behind the properties it is about.</summary>
    private void PropStat(List<DavElement> properties)
    {
        string? status = null;
        var before = properties.Count;
        var isOpen = Enter();
        while (isOpen && Next())
        {
            if (Is("prop"))
                Prop(properties);
            else if (status is null && Is("status"))
                status = Element().Text;
            else
                xml.Skip();
        }

        if (!IsOk(status ?? ""))
            properties.RemoveRange(before, properties.Count - before);
    }

    /// <summary>§14.18.</summary>
    private void Prop(List<DavElement> properties)
    {
        var isOpen = Enter();
        while (isOpen && Next())
            properties.Add(Element());
    }

    /// <summary>A property, or an element in one; most are one piece of text.</summary>
    private DavElement Element()
    {
        if (xml.Depth > MaxDepth)
            throw new XmlException($"Elements are nested more than {MaxDepth} deep.");

        var name = names.Of(xml);
        var attributes = xml.HasAttributes ? Attributes() : noAttributes;
        if (!Enter())
            return new(name, "", [], attributes);

        var text = "";
        if (xml.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
        {
            text = xml.Value;
            xml.Read();
        }

        var element =
            xml.NodeType == XmlNodeType.EndElement ? new(name, text, [], attributes) : Mixed(name, text, attributes);
        xml.Read();
        return element;
    }

    /// <summary>An element of several pieces, up to its end.</summary>
    private DavElement Mixed(XName name, string first, KeyValuePair<string, string>[] attributes)
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

        return new(name, text.ToString(), elements, attributes);
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
