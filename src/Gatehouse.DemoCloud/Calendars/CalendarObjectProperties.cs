using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>The properties of one event or task.</summary>
internal static class CalendarObjectProperties
{
    public static readonly XName Data = DavNames.Cal + "calendar-data";

    private static readonly XName[] Usual =
    [
        DavNames.D + "getlastmodified",
        DavNames.D + "getcontentlength",
        DavNames.ResourceType,
        DavNames.D + "getetag",
        DavNames.D + "getcontenttype",
    ];

    /// <summary>The response element of one object.</summary>
    /// <param name="call">The request.</param>
    /// <param name="folder">Path of the collection below the DAV root.</param>
    /// <param name="item">The object.</param>
    /// <param name="names">What is asked for; nothing asks for the usual.</param>
    /// <param name="data">The element <c>calendar-data</c> of the request, which may ask for an expansion.</param>
    /// <param name="more">Further properties.</param>
    public static XElement Response(
        DavCall call,
        string folder,
        StoredObject item,
        IReadOnlyList<XName> names,
        XElement? data = null,
        Func<XName, XElement?>? more = null
    ) =>
        DavXml.Response(
            call.Href($"{folder}/{item.Name}"),
            names.Count == 0 ? Usual : names,
            name => Find(item, name, data) ?? more?.Invoke(name)
        );

    private static XElement? Find(StoredObject item, XName name, XElement? data) =>
        name == Data ? new XElement(name, DataOf(item, data))
        : name.Namespace != DavNames.D ? null
        : name.LocalName switch
        {
            "getetag" => new XElement(name, $"\"{item.ETag}\""),
            "getcontenttype" => new XElement(
                name,
                $"text/calendar; charset=utf-8; component={item.Kind.ToLowerInvariant()}"
            ),
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
        if (data?.Element(DavNames.Cal + "expand") is not { } expand || item.Kind != "VEVENT")
        {
            return item.Data;
        }

        var (start, end) = CalendarFilter.Bounds(expand);
        return Expansion.Expand(item.Parsed, start, end).ToString();
    }
}
