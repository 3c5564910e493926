using System.Globalization;
using System.Xml.Linq;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>Makes WebDAV calls.</summary>
internal static class DavCall
{
    private const string XmlType = "application/xml; charset=utf-8";

    /// <summary>
    /// RFC 4918 §9.1, and RFC 8144 §2.1: properties a thing has not are not named in the answer, which halves that of many listings. Nextcloud says
    /// with <c>Vary: Brief,Prefer</c> that it knows the wish; who does not know it passes over it.
    /// </summary>
    public static CloudRequest PropFind(string path, string doing, int depth, DavProperties properties) =>
        new(CloudRequest.PropFind, path, doing)
        {
            Headers = [new("Depth", depth.ToString(CultureInfo.InvariantCulture)), new("Prefer", "return=minimal")],
            Content = Content(properties.PropFind, XmlType),
        };

    public static Func<HttpContent> Xml(XElement root, string contentType = XmlType) =>
        Content(DavXml.Body(root), contentType);

    private static Func<HttpContent> Content(byte[] bytes, string contentType) =>
        () =>
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            return content;
        };
}
