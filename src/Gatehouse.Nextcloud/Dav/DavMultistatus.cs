using System.Net;
using System.Xml;
using System.Xml.Linq;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>RFC 4918 §13: reads a 207.</summary>
internal static class DavMultistatus
{
    public static IReadOnlyList<DavResponse> Read(CloudRequest request, CloudAnswer answer)
    {
        if (answer.Status != HttpStatusCode.MultiStatus)
            throw new NextcloudException(
                ErrorReader.Unexpected(request, $"It answered {(int)answer.Status} where 207 was expected.")
            );

        try
        {
            var root = DavXml.Load(answer.Body).Root;
            return root?.Name == DavXml.Dav + "multistatus"
                ? [.. root.Elements(DavXml.Dav + "response").Select(Response)]
                : throw new XmlException("The root is no multistatus.");
        }
        catch (XmlException exception)
        {
            throw new NextcloudException(
                ErrorReader.Unexpected(request, "It answered no readable multistatus."),
                exception
            );
        }
    }

    private static DavResponse Response(XElement response)
    {
        var properties = new Dictionary<XName, XElement>();
        foreach (var propstat in response.Elements(DavXml.Dav + "propstat").Where(IsFound))
        {
            foreach (var property in propstat.Elements(DavXml.Dav + "prop").Elements())
                properties[property.Name] = property;
        }

        return new(response.Element(DavXml.Dav + "href")?.Value ?? "", properties);
    }

    private static bool IsFound(XElement propstat) =>
        propstat.Element(DavXml.Dav + "status")?.Value.Split(' ') is [_, "200", ..];
}
