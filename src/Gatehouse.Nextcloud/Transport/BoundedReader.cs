namespace Gatehouse.Nextcloud.Transport;

/// <summary>Reads a body up to a bound: a cloud cannot fill our memory.</summary>
internal static class BoundedReader
{
    /// <summary>The bytes, or null when there are more than <paramref name="maxBytes"/>.</summary>
    public static async Task<byte[]?> ReadAsync(
        Stream stream,
        long? announced,
        int maxBytes,
        CancellationToken cancellationToken
    )
    {
        if (announced > maxBytes)
            return null;

        using var buffer = new MemoryStream((int)(announced ?? 4096));
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > maxBytes)
                return null;
            await buffer.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
        }

        return buffer.ToArray();
    }
}
