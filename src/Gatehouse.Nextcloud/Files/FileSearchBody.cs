using System.Globalization;
using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Files;

/// <summary>RFC 5323: writes a search as DAV:basicsearch. XLinq escapes what people type.</summary>
internal static class FileSearchBody
{
    private static readonly XNamespace dav = DavXml.Dav;

    public static XElement Write(string user, FileSearch search) =>
        new(
            dav + "searchrequest",
            new XElement(
                dav + "basicsearch",
                new XElement(
                    dav + "select",
                    new XElement(dav + "prop", FileEntryReader.Properties.Select(p => new XElement(p)))
                ),
                new XElement(dav + "from", Scope(user, search.Folder)),
                new XElement(dav + "where", Where(search)),
                new XElement(dav + "orderby", NewestFirst()),
                new XElement(
                    dav + "limit",
                    new XElement(dav + "nresults", search.Limit),
                    search.Offset > 0 ? new XElement(DavXml.Nextcloud + "firstresult", search.Offset) : null
                )
            )
        );

    private static XElement Scope(string user, FilePath folder) =>
        new(
            dav + "scope",
            new XElement(dav + "href", "/files/" + Uri.EscapeDataString(user) + folder.Encoded),
            new XElement(dav + "depth", "infinity")
        );

    private static XElement Where(FileSearch search)
    {
        var conditions = Conditions(search).ToList();
        return conditions switch
        {
            // Nextcloud answers 500 to a search without a condition.
            [] => Compare("like", dav + "displayname", "%"),
            [var one] => one,
            _ => new XElement(dav + "and", conditions),
        };
    }

    private static IEnumerable<XElement> Conditions(FileSearch search)
    {
        if (search.NameContains is { Length: > 0 } name)
            yield return Compare("like", dav + "displayname", $"%{name}%");
        if (search.ContentType is { Length: > 0 } type)
            yield return Compare("like", dav + "getcontenttype", type.EndsWith('/') ? type + "%" : type);
        if (search.ModifiedAfter is { } after)
            yield return Compare("gt", dav + "getlastmodified", Text(after));
        if (search.ModifiedBefore is { } before)
            yield return Compare("lt", dav + "getlastmodified", Text(before));
        if (search.OnlyFavorites)
            yield return Compare("eq", DavXml.OwnCloud + "favorite", "1");
        if (search.IsFolder is { } isFolder)
        {
            var collection = new XElement(dav + "is-collection");
            yield return isFolder ? collection : new XElement(dav + "not", collection);
        }
    }

    private static XElement NewestFirst() =>
        new(
            dav + "order",
            new XElement(dav + "prop", new XElement(dav + "getlastmodified")),
            new XElement(dav + "descending")
        );

    private static XElement Compare(string operation, XName property, string literal) =>
        new(
            dav + operation,
            new XElement(dav + "prop", new XElement(property)),
            new XElement(dav + "literal", literal)
        );

    private static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
