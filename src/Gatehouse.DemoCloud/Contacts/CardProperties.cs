using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Contacts;

/// <summary>The properties of one card.</summary>
internal static class CardProperties
{
    public static readonly XName Data = DavNames.Card + "address-data";

    private static readonly string[] Always = ["VERSION", "UID", "FN"];

    private static readonly XName[] Usual =
    [
        DavNames.D + "getlastmodified",
        DavNames.D + "getcontentlength",
        DavNames.ResourceType,
        DavNames.D + "getetag",
        DavNames.D + "getcontenttype",
    ];

    public static XElement Response(
        DavCall call,
        string folder,
        StoredObject item,
        IReadOnlyList<XName> names,
        XElement? data = null
    ) =>
        DavXml.Response(
            call.Href($"{folder}/{item.Name}"),
            names.Count == 0 ? Usual : names,
            name => Find(item, name, data)
        );

    private static XElement? Find(StoredObject item, XName name, XElement? data) =>
        name == Data ? new XElement(name, DataOf(item, data))
        : name.Namespace != DavNames.D ? null
        : name.LocalName switch
        {
            "getetag" => new XElement(name, $"\"{item.ETag}\""),
            "getcontenttype" => new XElement(name, "text/vcard; charset=utf-8"),
            "getcontentlength" => new XElement(name, Encoding.UTF8.GetByteCount(item.Data)),
            "getlastmodified" => new XElement(
                name,
                DateTimeOffset.FromUnixTimeSeconds(item.Modified).ToString("R", CultureInfo.InvariantCulture)
            ),
            "resourcetype" => new XElement(name),
            _ => null,
        };

    private static string DataOf(StoredObject item, XElement? data)
    {
        var card = item.Parsed;
        var wanted = (data?.Elements(DavNames.Card + "prop") ?? [])
            .Select(prop => prop.Attribute("name")?.Value.ToUpperInvariant() ?? "")
            .ToHashSet(StringComparer.Ordinal);
        if (wanted.Count > 0)
        {
            card.Properties.RemoveAll(property => !Always.Contains(property.Name) && !wanted.Contains(property.Name));
        }

        return CardVersion.To(card, data?.Attribute("version")?.Value ?? "3.0").ToString();
    }
}
