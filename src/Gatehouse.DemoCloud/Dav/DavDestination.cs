namespace Gatehouse.DemoCloud.Dav;

/// <summary>The header that says where a MOVE or COPY goes.</summary>
internal static class DavDestination
{
    /// <summary>The decoded segments below <c>/remote.php/dav/</c> of a URL or a path in this cloud; none when it is elsewhere or missing.</summary>
    public static string[]? Of(HttpRequest request) => Of(request, request.Headers["Destination"].ToString());

    /// <summary>The same of a URL in another header.</summary>
    public static string[]? Of(HttpRequest request, string value)
    {
        var here = new Uri($"{request.Scheme}://{request.Host}/");
        var root = request.PathBase + "/remote.php/dav/";
        return
            value.Length > 0
            && Uri.TryCreate(here, value, out var url)
            && url.AbsolutePath.StartsWith(root, StringComparison.Ordinal)
            ?
            [
                .. url.AbsolutePath[root.Length..]
                    .Split('/', StringSplitOptions.RemoveEmptyEntries)
                    .Select(Uri.UnescapeDataString),
            ]
            : null;
    }

    public static DavError Missing(HttpRequest request) =>
        request.Headers["Destination"].Count == 0
            ? DavError.BadRequest("The destination header was not supplied")
            : DavError.Forbidden(
                $"Requested uri ({request.Headers["Destination"]}) is out of base uri (/remote.php/dav/)"
            );
}
