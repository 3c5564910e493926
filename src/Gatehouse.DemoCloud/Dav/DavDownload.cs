using System.Globalization;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>GET and HEAD, whole or one range.</summary>
internal static class DavDownload
{
    public static async Task<DavError?> HandleAsync(DavRequest request)
    {
        if (request.Tree.Find(request.Path) is not { } found)
        {
            return request.NotFound();
        }

        var response = request.Context.Response;
        if (found.IsFolder)
        {
            await response.EmptyAsync(StatusCodes.Status200OK);
            return null;
        }

        if (request.IsLocked)
        {
            return DavError.Locked(request.Path.Value);
        }

        if (request.Home.Open(found.Id) is not { } opened)
        {
            return request.NotFound();
        }

        await using (opened)
        {
            return await AnswerAsync(request.Context, opened, $"\"{opened.Node.ETag}\"");
        }
    }

    /// <summary>Sends the file, or the part of it that was asked for.</summary>
    /// <param name="context">The exchange.</param>
    /// <param name="opened">The file with its bytes.</param>
    /// <param name="etag">The ETag as it is sent: quoted, save that of a version.</param>
    public static async Task<DavError?> AnswerAsync(HttpContext context, OpenedFile opened, string etag)
    {
        var (node, headers) = (opened.Node, context.Request.Headers);
        var response = context.Response;
        response.Headers.ETag = etag;
        if (Answers.Names(headers.IfNoneMatch, etag.Trim('"')))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return null;
        }

        response.Headers.LastModified = DateTimeOffset
            .FromUnixTimeSeconds(node.Modified)
            .ToString("R", CultureInfo.InvariantCulture);
        var range = ByteRange.Parse(headers.Range.ToString(), node.Size);
        if (range is { IsSatisfiable: false })
        {
            return DavError.Of(
                416,
                "RequestedRangeNotSatisfiable",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The start offset ({range.Start}) exceeded the size of the entity ({node.Size})"
                )
            );
        }

        response.Headers["OC-ETag"] = etag;
        await SendAsync(context, opened, range);
        return null;
    }

    private static async Task SendAsync(HttpContext context, OpenedFile opened, ByteRange? range)
    {
        var node = opened.Node;
        var response = context.Response;
        var name = Uri.EscapeDataString(node.Path.Name);
        response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{name}; filename=\"{name}\"";
        response.ContentType =
            node.ContentType + (node.ContentType.StartsWith("text/", StringComparison.Ordinal) ? ";charset=UTF-8" : "");
        response.ContentLength = range?.Length ?? node.Size;
        if (range is not null)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = string.Create(
                CultureInfo.InvariantCulture,
                $"bytes {range.Start}-{range.End}/{node.Size}"
            );
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        _ = opened.Bytes.Seek(range?.Start ?? 0, SeekOrigin.Begin);
        _ = await BoundedCopy.TakeAsync(
            opened.Bytes,
            response.Body,
            response.ContentLength.Value,
            context.RequestAborted
        );
    }
}
