using System.Net;
using System.Text.Json;
using Gatehouse.Nextcloud.Errors;

namespace Gatehouse.Nextcloud.Transport;

/// <summary>
/// A status of success is not yet one: login and error pages of what stands in front of a cloud come with 200 too, and most writes are not asked
/// for anything but their status.
/// </summary>
internal static class SuccessCheck
{
    private static readonly string[] answeredWhole = ["PUT", "POST", "DELETE", "MKCOL", "MKCALENDAR", "COPY", "MOVE"];

    /// <summary>Looks at the answer.</summary>
    /// <exception cref="NextcloudException">It is none of a Nextcloud that did all of what was asked.</exception>
    public static void Require(CloudRequest request, CloudAnswer answer)
    {
        // WebDAV answers "text/html" and nothing; a download may be a page.
        var isDownload = request.IsTransfer && request.Method == HttpMethod.Get;
        if (answer is { MediaType: "text/html" or "application/xhtml+xml", Body.Length: > 0 } && !isDownload)
            throw new NextcloudException(ErrorReader.Unexpected(request, "It answered a page."));
        if (answer.Status == HttpStatusCode.MultiStatus && answeredWhole.Contains(request.Method.Method))
            throw new NextcloudException(ErrorReader.InPart(request));
        if (!request.IsSafe && answer is { MediaType: "application/json", Body.Length: > 0 } && !IsJson(answer.Body))
            throw new NextcloudException(ErrorReader.Unexpected(request, "It answered JSON that is cut off."));
    }

    private static bool IsJson(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            reader.Read();
            return reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
