using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Nextcloud.Tools.Tests.Files;

/// <summary>A file at a recorded cloud.</summary>
internal static class RangedFile
{
    public const string ETag = "4f9c75323edb0f4229d7c61cc5d24692";

    /// <summary>Answers ranges as recorded in webdav/22-get-range-206.</summary>
    public static Func<HttpContext, Task> Of(byte[] content, string type) =>
        async context =>
        {
            var response = context.Response;
            response.ContentType = type;
            response.Headers.ETag = $"\"{ETag}\"";
            var (from, to) = (0, content.Length - 1);
            if (RangeHeaderValue.TryParse(context.Request.Headers.Range, out var range))
            {
                from = (int)range.Ranges.Single().From!.Value;
                to = (int)Math.Min(range.Ranges.Single().To!.Value, content.Length - 1);
                response.StatusCode = 206;
                response.Headers.ContentRange = $"bytes {from}-{to}/{content.Length}";
            }

            response.ContentLength = to - from + 1;
            await response.Body.WriteAsync(content.AsMemory(from, to - from + 1), context.RequestAborted);
        };
}
