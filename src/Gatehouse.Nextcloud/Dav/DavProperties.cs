using System.Collections;
using System.Xml.Linq;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>RFC 4918 §9.1: properties to ask for. They are the same for every call, so the body that asks for them is written once.</summary>
internal sealed class DavProperties(params IReadOnlyList<XName> names) : IEnumerable<XName>
{
    /// <summary>The <c>propfind</c> that asks for them.</summary>
    public byte[] PropFind { get; } =
        DavXml.Body(
            new(DavXml.Dav + "propfind", new XElement(DavXml.Dav + "prop", names.Select(n => new XElement(n))))
        );

    public IEnumerator<XName> GetEnumerator() => names.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
