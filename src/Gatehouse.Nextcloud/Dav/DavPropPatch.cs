using System.Xml.Linq;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>RFC 4918 §9.2: sets properties. All of them are set or none, and the 207 says which, so a success is no success yet.</summary>
internal static class DavPropPatch
{
    public static CloudRequest Set(string path, string doing, params XElement[] properties)
    {
        var body = new XElement(
            DavXml.Dav + "propertyupdate",
            new XElement(DavXml.Dav + "set", new XElement(DavXml.Dav + "prop", properties))
        );
        return new CloudRequest(CloudRequest.PropPatch, path, doing) { Content = DavCall.Xml(body) };
    }

    /// <summary>Holds the answer to what was asked for.</summary>
    /// <exception cref="NextcloudException">A property was not set.</exception>
    public static void RequireSet(CloudRequest request, CloudAnswer answer, params XName[] properties)
    {
        var set = DavMultistatus.Read(request, answer);
        if (Array.Find(properties, p => !set.Any(r => r.Has(p))) is { } missing)
        {
            throw new NextcloudException(
                new(
                    NextcloudErrorKind.Refused,
                    $"{request.Doing} was refused: it cannot be set to this value.",
                    $"Nextcloud did not set '{missing.LocalName}'.",
                    "Change what was asked for, or ask the owner of the thing whether this account may change it."
                )
            );
        }
    }
}
