using System.Buffers;

namespace Gatehouse.Nextcloud.Transport;

/// <summary>Reads a body up to a bound: a cloud cannot fill our memory.</summary>
internal static class BoundedReader
{
    private const int FirstBuffer = 16 * 1024;

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

        return announced is { } length
            ? await ReadAnnouncedAsync(stream, (int)length, cancellationToken)
            : await ReadToEndAsync(stream, maxBytes, cancellationToken);
    }

    /// <summary>HTTP gives no more than was announced.</summary>
    private static async Task<byte[]> ReadAnnouncedAsync(Stream stream, int length, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        var read = await stream.ReadAtLeastAsync(bytes, length, throwOnEndOfStream: false, cancellationToken);
        return read == length ? bytes : bytes[..read];
    }

    private static async Task<byte[]?> ReadToEndAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var length = 0;
            int read;
            while ((read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken)) > 0)
            {
                length += read;
                if (length > maxBytes)
                    return null;
                if (length == buffer.Length)
                    buffer = Larger(buffer);
            }

            return buffer[..length];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Larger(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
