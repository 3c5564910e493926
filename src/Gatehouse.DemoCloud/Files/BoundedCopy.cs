using System.Buffers;

namespace Gatehouse.DemoCloud.Files;

internal static class BoundedCopy
{
    /// <summary>Copies the next <paramref name="count"/> bytes; false when there are fewer.</summary>
    public static async Task<bool> TakeAsync(
        Stream source,
        Stream target,
        long count,
        CancellationToken cancellationToken
    )
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (count > 0)
            {
                var asked = buffer.AsMemory(0, (int)Math.Min(count, buffer.Length));
                var read = await source.ReadAsync(asked, cancellationToken);
                if (read == 0)
                {
                    return false;
                }

                await target.WriteAsync(asked[..read], cancellationToken);
                count -= read;
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>False as soon as <paramref name="source"/> turns out longer than <paramref name="limit"/> bytes.</summary>
    public static async Task<bool> RunAsync(
        Stream source,
        Stream target,
        long limit,
        CancellationToken cancellationToken
    )
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var total = 0L;
            int read;
            while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
            {
                total += read;
                if (total > limit)
                {
                    return false;
                }

                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
