using System.Xml;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>
/// RFC 4918 §14: reads the elements of a multistatus as they come. Each method begins on the start of its element and ends behind it; what is
/// unknown is passed over (§17).
/// </summary>
internal sealed class MultistatusReader(XmlReader xml)
{
    private readonly ElementReader elements = new(xml);

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
        var isOpen = elements.Enter();
        while (isOpen && elements.Next())
        {
            if (Is("response"))
                responses.Add(Response());
            else
                xml.Skip();
        }

        elements.End();
        return responses;
    }

    /// <summary>§14.24.</summary>
    private DavResponse Response()
    {
        string? href = null;
        List<DavElement> properties = new(count);
        var isOpen = elements.Enter();
        while (isOpen && elements.Next())
        {
            if (Is("propstat"))
                PropStat(properties);
            else if (href is null && Is("href"))
                href = elements.Element().Text;
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
        var isOpen = elements.Enter();
        while (isOpen && elements.Next())
        {
            if (Is("prop"))
                Prop(properties);
            else if (status is null && Is("status"))
                status = elements.Element().Text;
            else
                xml.Skip();
        }

        if (!IsOk(status ?? ""))
            properties.RemoveRange(before, properties.Count - before);
    }

    /// <summary>§14.18.</summary>
    private void Prop(List<DavElement> properties)
    {
        var isOpen = elements.Enter();
        while (isOpen && elements.Next())
            properties.Add(elements.Element());
    }

    private bool Is(string name) => xml.LocalName == name && xml.NamespaceURI == DavXml.Dav.NamespaceName;

    /// <summary>RFC 9112 §4: a status line of 200.</summary>
    private static bool IsOk(string status) =>
        status.IndexOf(' ', StringComparison.Ordinal) is var space and >= 0
        && status.AsSpan(space + 1) is "200" or ['2', '0', '0', ' ', ..];
}
