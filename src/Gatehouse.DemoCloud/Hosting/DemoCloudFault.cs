namespace Gatehouse.DemoCloud.Hosting;

/// <summary>
/// An answer that goes wrong. Its body follows the API that was asked, as the recordings have it: an OCS envelope, a WebDAV error
/// document, or an app's JSON.
/// </summary>
public sealed record DemoCloudFault
{
    private DemoCloudFault(int status) => Status = status;

    /// <summary>401: credential not known (any more).</summary>
    public static DemoCloudFault Unauthorized { get; } = new(401);

    /// <summary>403.</summary>
    public static DemoCloudFault Forbidden { get; } = new(403);

    /// <summary>404.</summary>
    public static DemoCloudFault NotFound { get; } = new(404);

    /// <summary>405, HTML without body.</summary>
    public static DemoCloudFault MethodNotAllowed { get; } = new(405);

    /// <summary>409.</summary>
    public static DemoCloudFault Conflict { get; } = new(409);

    /// <summary>412: an ETag did not match.</summary>
    public static DemoCloudFault PreconditionFailed { get; } = new(412);

    /// <summary>423: the file is locked.</summary>
    public static DemoCloudFault Locked { get; } = new(423);

    /// <summary>429 of the brute-force protection: an envelope on OCS, XML on WebDAV, JSON on apps.</summary>
    public static DemoCloudFault TooManyRequests { get; } = new(429);

    /// <summary>429 of a rate limit: no envelope, an empty text/html body, no Retry-After.</summary>
    public static DemoCloudFault RateLimited { get; } =
        new(429) { ContentType = "text/html; charset=UTF-8", Body = "" };

    /// <summary>500.</summary>
    public static DemoCloudFault ServerError { get; } = new(500);

    /// <summary>502 from a proxy before the cloud: HTML that is not Nextcloud's.</summary>
    public static DemoCloudFault BadGateway { get; } =
        new(502)
        {
            ContentType = "text/html",
            Body =
                "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n",
        };

    /// <summary>503 as in maintenance mode.</summary>
    public static DemoCloudFault Maintenance { get; } = new(503);

    /// <summary>507: over quota.</summary>
    public static DemoCloudFault InsufficientStorage { get; } = new(507);

    /// <summary>200 with an HTML page in place of what was asked, as captive portals and broken proxies do.</summary>
    public static DemoCloudFault HtmlInstead { get; } =
        new(200)
        {
            ContentType = "text/html; charset=UTF-8",
            Body = "<!DOCTYPE html><title>Welcome</title><p>Please accept the terms of this network.</p>",
        };

    /// <summary>The connection is cut before any answer.</summary>
    public static DemoCloudFault Disconnect { get; } = new(0);

    /// <summary>Status code; 0 cuts the connection.</summary>
    public int Status { get; private init; }

    /// <summary>Content-Type, where it does not follow the API.</summary>
    public string? ContentType { get; private init; }

    /// <summary>Body, where it does not follow the API.</summary>
    public string? Body { get; private init; }

    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Any answer a test needs.</summary>
    public static DemoCloudFault Of(int status, string contentType, string body) =>
        new(status) { ContentType = contentType, Body = body };
}
