using System.Globalization;
using System.Xml.Linq;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>The properties of DAV: that everything with bytes has and that is not in the files: chunks, versions, deleted files.</summary>
internal static class StoredBytes
{
    /// <summary>Told when no names are asked for.</summary>
    public static IReadOnlyList<XName> Usual { get; } =
    [
        DavNames.D + "getlastmodified",
        DavNames.D + "getcontentlength",
        DavNames.ResourceType,
        DavNames.D + "getetag",
        DavNames.D + "getcontenttype",
    ];

    public static XElement? Find(XName name, long modified, long size, string etag, string type) =>
        name.Namespace != DavNames.D
            ? null
            : name.LocalName switch
            {
                "getlastmodified" => DavXml.Element(
                    name,
                    DateTimeOffset.FromUnixTimeSeconds(modified).ToString("R", CultureInfo.InvariantCulture)
                ),
                "getcontentlength" => DavXml.Element(name, size),
                "resourcetype" => DavXml.Empty(name),
                "getetag" => DavXml.Element(name, etag),
                "getcontenttype" => DavXml.Element(name, type),
                _ => null,
            };
}
