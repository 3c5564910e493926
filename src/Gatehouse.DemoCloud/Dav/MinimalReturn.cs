using System.Xml.Linq;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>
/// RFC 8144 §2.1: a PROPFIND that names no property a thing has not. The recordings show that Nextcloud's answers vary with the wish; what it
/// answers then is known from the documentation of sabre/dav.
/// </summary>
internal static class MinimalReturn
{
    public static bool IsWished(HttpRequest request) =>
        request.Method == "PROPFIND"
        && request
            .Headers["Prefer"]
            .SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries))
            .Any(wish => wish.Equals("return=minimal", StringComparison.OrdinalIgnoreCase));

    /// <summary>The response without them; one that has nothing else says so with a status of its own.</summary>
    public static XElement Of(XElement response)
    {
        response.Elements(DavNames.D + "propstat").Where(IsMissing).Remove();
        if (response.Element(DavNames.D + "propstat") is null && response.Element(DavNames.D + "status") is null)
            response.Add(DavXml.PropStat([], "418 I'm a teapot"));
        return response;
    }

    private static bool IsMissing(XElement propstat) =>
        propstat.Element(DavNames.D + "status")?.Value == "HTTP/1.1 404 Not Found";
}
