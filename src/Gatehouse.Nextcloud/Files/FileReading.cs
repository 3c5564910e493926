using System.Net;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Files;

/// <summary>Reads bytes of a file or of one of its versions.</summary>
internal static class FileReading
{
    public static async Task<FileContent> PartAsync(
        NextcloudTransport transport,
        NextcloudAccount account,
        CloudRequest request,
        FileRange range,
        CancellationToken cancellationToken
    )
    {
        await using var download = await transport.OpenAsync(account.Login, request, cancellationToken);
        var isPart = download.Response.StatusCode == HttpStatusCode.PartialContent;
        var etag = await ETagOfAsync(request, download, cancellationToken);

        await using var body = await download.OpenBodyAsync();
        if (!isPart)
            await SkipAsync(body, range.Offset, cancellationToken);
        var bytes = new byte[range.Length];
        var read = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);

        var headers = download.Response.Content.Headers;
        var total = (isPart ? headers.ContentRange?.Length : headers.ContentLength) ?? range.Offset + read;
        return new(bytes.AsMemory(0, read), range.Offset, total, TypeOf(download), etag);
    }

    public static async Task<FileDownload> WholeAsync(
        NextcloudTransport transport,
        NextcloudAccount account,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var download = await transport.OpenAsync(account.Login, request, cancellationToken);
        try
        {
            var etag = await ETagOfAsync(request, download, cancellationToken);
            var length = download.Response.Content.Headers.ContentLength;
            return new FileDownload(download, await download.OpenBodyAsync(), TypeOf(download), length, etag);
        }
        catch
        {
            await download.DisposeAsync();
            throw;
        }
    }

    /// <summary>Nextcloud answers GET of a folder with 200 and an empty page; only files have an ETag there.</summary>
    private static async Task<ETag> ETagOfAsync(
        CloudRequest request,
        CloudStream download,
        CancellationToken cancellationToken
    )
    {
        var headers = download.Response.Headers;
        var text = headers.NonValidated.TryGetValues("ETag", out var values) ? values.ToString() : null;
        if (ETag.TryParse(text, out var etag))
            return etag;

        await using var body = await download.OpenBodyAsync();
        var isPage = await body.ReadAsync(new byte[1], cancellationToken) > 0;
        throw new NextcloudException(
            isPage ? ErrorReader.Unexpected(request, "It answered something that has no ETag.") : NotAFile(request)
        );
    }

    private static string TypeOf(CloudStream download) =>
        download.Response.Content.Headers.ContentType?.MediaType ?? "application/octet-stream";

    private static async Task SkipAsync(Stream body, long count, CancellationToken cancellationToken)
    {
        var chunk = new byte[16 * 1024];
        while (count > 0)
        {
            var read = await body.ReadAsync(chunk.AsMemory(0, (int)Math.Min(count, chunk.Length)), cancellationToken);
            if (read == 0)
                return;
            count -= read;
        }
    }

    private static NextcloudError NotAFile(CloudRequest request) =>
        new(
            NextcloudErrorKind.Refused,
            $"{request.Doing} is not possible: it is a folder.",
            Cause: null,
            "List the folder instead."
        );
}
