using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>Makes WebDAV calls.</summary>
internal static class DavCall
{
    public static CloudRequest PropFind(string path, string doing, int depth, IEnumerable<XName> properties)
    {
        var body = new XElement(
            DavXml.Dav + "propfind",
            new XElement(DavXml.Dav + "prop", properties.Select(name => new XElement(name)))
        );
        return new CloudRequest(CloudRequest.PropFind, path, doing)
        {
            Headers = [new("Depth", depth.ToString(CultureInfo.InvariantCulture))],
            Content = Xml(body, "application/xml; charset=utf-8"),
        };
    }

    public static Func<HttpContent> Xml(XElement root, string contentType)
    {
        var bytes = Encoding.UTF8.GetBytes(DavXml.Body(root));
        return () =>
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            return content;
        };
    }
}
