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
            return await AnswerAsync(request, opened);
        }
    }

    private static async Task<DavError?> AnswerAsync(DavRequest request, OpenedFile opened)
    {
        var node = opened.Node;
        var response = request.Context.Response;
        response.Headers.ETag = $"\"{node.ETag}\"";
        if (Answers.Names(request.Headers.IfNoneMatch, node.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return null;
        }

        response.Headers.LastModified = DateTimeOffset
            .FromUnixTimeSeconds(node.Modified)
            .ToString("R", CultureInfo.InvariantCulture);
        var range = ByteRange.Parse(request.Headers.Range.ToString(), node.Size);
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

        await SendAsync(request, opened, range);
        return null;
    }

    private static async Task SendAsync(DavRequest request, OpenedFile opened, ByteRange? range)
    {
        var node = opened.Node;
        var response = request.Context.Response;
        var name = Uri.EscapeDataString(node.Path.Name);
        response.Headers["OC-ETag"] = $"\"{node.ETag}\"";
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

        if (HttpMethods.IsHead(request.Context.Request.Method))
        {
            return;
        }

        _ = opened.Bytes.Seek(range?.Start ?? 0, SeekOrigin.Begin);
        _ = await BoundedCopy.TakeAsync(opened.Bytes, response.Body, response.ContentLength.Value, request.Aborted);
    }
}
