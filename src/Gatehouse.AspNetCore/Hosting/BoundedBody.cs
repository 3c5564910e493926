namespace Gatehouse.AspNetCore.Hosting;

/// <summary>Reads a request body that must be small.</summary>
internal static class BoundedBody
{
    /// <summary>The bytes; null when there are more than allowed, of which no more are read.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int maximum)
    {
        if (request.ContentLength > maximum)
        {
            return null;
        }

        // The server ends a body at the length it announced; only one that announces none needs the room for too much.
        var buffer = new byte[request.ContentLength ?? maximum + 1];
        var length = await request.Body.ReadAtLeastAsync(
            buffer,
            buffer.Length,
            throwOnEndOfStream: false,
            request.HttpContext.RequestAborted
        );
        return length > maximum ? null
            : length == buffer.Length ? buffer
            : buffer[..length];
    }
}
