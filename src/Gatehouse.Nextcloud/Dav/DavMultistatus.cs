using System.Net;
using System.Xml;
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
            using var xml = DavXml.Open(answer.Body);
            return new MultistatusReader(xml).Multistatus();
        }
        catch (XmlException exception)
        {
            throw new NextcloudException(
                ErrorReader.Unexpected(request, "It answered no readable multistatus."),
                exception
            );
        }
    }
}
