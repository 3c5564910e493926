using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>A request of somebody known to one collection.</summary>
/// <param name="Context">The exchange.</param>
/// <param name="Me">Who asks.</param>
/// <param name="Root">URL path of the collection, without a slash at its end, e.g. <c>/cloud/remote.php/dav/calendars</c>.</param>
/// <param name="Names">The path below it, decoded, without empty segments, e.g. <c>alice</c>, <c>work</c>.</param>
internal sealed record DavCall(HttpContext Context, Person Me, string Root, string[] Names)
{
    public string Method => Context.Request.Method;

    public IHeaderDictionary Headers => Context.Request.Headers;

    public HttpResponse Response => Context.Response;

    /// <summary>URL path of the whole WebDAV tree.</summary>
    public string DavRoot => Context.Request.PathBase + "/remote.php/dav";

    /// <summary>An encoded URL path below <see cref="DavRoot"/>.</summary>
    public string Href(string path) => DavHref.Encode($"{DavRoot}/{path}");

    /// <summary>PROPFIND tells what the collection can do.</summary>
    public void TellFeatures(IDavCollection collection)
    {
        Response.Headers["DAV"] = collection.Features;
        Response.Headers.Vary = "Brief,Prefer";
    }
}
