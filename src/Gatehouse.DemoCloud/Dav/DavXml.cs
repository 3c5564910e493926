using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Errors;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>Reads request bodies and writes multistatus answers.</summary>
internal static class DavXml
{
    public const string ContentType = "application/xml; charset=utf-8";
    private const long MaxBody = 1024 * 1024;

    private static readonly XmlWriterSettings Plain = new()
    {
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.Entitize,
    };

    private static readonly Dictionary<string, XNamespace> Prefixes = new(StringComparer.Ordinal)
    {
        ["d"] = DavNames.D,
        ["s"] = DavNames.S,
        ["cal"] = DavNames.Cal,
        ["cs"] = DavNames.Cs,
        ["card"] = DavNames.Card,
        ["oc"] = DavNames.Oc,
        ["nc"] = DavNames.Nc,
    };

    /// <summary>The root element; none when the body is empty; an error when it is no XML.</summary>
    public static async Task<(XElement? Root, DavError? Error)> ReadAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        if (!await Files.BoundedCopy.RunAsync(request.Body, bytes, MaxBody, request.HttpContext.RequestAborted))
        {
            return (null, DavError.BadRequest("The body is too large"));
        }

        if (bytes.Length == 0)
        {
            return (null, null);
        }

        bytes.Position = 0;
        try
        {
            using var reader = XmlReader.Create(
                bytes,
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit }
            );
            return (XElement.Load(reader), null);
        }
        catch (XmlException malformed)
        {
            var where = string.Create(
                CultureInfo.InvariantCulture,
                $" on line {malformed.LineNumber}, column {malformed.LinePosition}"
            );
            return (null, DavError.BadRequest($"{malformed.Message}\n{where}"));
        }
    }

    public static Task MultistatusAsync(
        HttpResponse response,
        IEnumerable<XElement> responses,
        string contentType = ContentType
    )
    {
        var root = Root(DavNames.D + "multistatus");
        root.Add(MinimalReturn.IsWished(response.HttpContext.Request) ? responses.Select(MinimalReturn.Of) : responses);
        return response.TextAsync(StatusCodes.Status207MultiStatus, contentType, Text(root));
    }

    /// <summary>The document, with carriage returns as references: they belong to what objects hold.</summary>
    public static string Text(XElement root)
    {
        var text = new StringBuilder("<?xml version=\"1.0\"?>\n");
        using (var writer = XmlWriter.Create(text, Plain))
        {
            root.Save(writer);
        }

        return text.Append('\n').ToString();
    }

    /// <summary>A document's root with the prefixes that sabre declares.</summary>
    public static XElement Root(XName name) =>
        new(name, Prefixes.Select(prefix => new XAttribute(XNamespace.Xmlns + prefix.Key, prefix.Value.NamespaceName)));

    /// <summary>One resource: the properties asked for, each as <paramref name="find"/> knows it or missing.</summary>
    public static XElement Response(string href, IReadOnlyList<XName> names, Func<XName, XElement?> find)
    {
        var found = names.Select(find).OfType<XElement>().ToList();
        return Response(href, found, [.. names.Where(name => found.TrueForAll(one => one.Name != name))]);
    }

    /// <summary>A collection that has no properties but that it is one.</summary>
    public static XElement Collection(string href, IReadOnlyList<XName> names) =>
        Response(
            href,
            names.Count == 0 ? [DavNames.ResourceType] : names,
            name => name == DavNames.ResourceType ? new XElement(name, new XElement(DavNames.D + "collection")) : null
        );

    public static XElement Href(XName name, string href) => Element(name, new XElement(DavNames.D + "href", href));

    /// <summary>One resource: properties that exist, then the names of those that do not.</summary>
    public static XElement Response(string href, IReadOnlyList<XElement> found, IReadOnlyList<XName> missing)
    {
        var response = new XElement(DavNames.D + "response", new XElement(DavNames.D + "href", href));
        if (found.Count > 0 || missing.Count == 0)
        {
            response.Add(PropStat(found, "200 OK"));
        }

        if (missing.Count > 0)
        {
            response.Add(PropStat(missing.Select(Empty), "404 Not Found"));
        }

        return response;
    }

    public static XElement PropStat(IEnumerable<XElement> properties, string status) =>
        new(
            DavNames.D + "propstat",
            new XElement(DavNames.D + "prop", properties),
            new XElement(DavNames.D + "status", "HTTP/1.1 " + status)
        );

    /// <summary>An element whose namespace the document does not declare gets sabre's prefix.</summary>
    public static XElement Element(XName name, params object[] content)
    {
        var element = new XElement(name, content);
        if (name.Namespace != XNamespace.None && !Prefixes.ContainsValue(name.Namespace))
        {
            element.Add(new XAttribute(XNamespace.Xmlns + "x1", name.Namespace));
        }

        return element;
    }

    public static XElement Empty(XName name) => Element(name);

    public static IReadOnlyList<XName> PropNames(XElement? holder) =>
        [.. holder?.Element(DavNames.D + "prop")?.Elements().Select(prop => prop.Name) ?? []];
}
