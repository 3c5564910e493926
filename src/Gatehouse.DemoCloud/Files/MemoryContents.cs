using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Gatehouse.DemoCloud.Files;

internal sealed class MemoryContents : IContents
{
    private readonly ConcurrentDictionary<string, byte[]> blobs = new(StringComparer.Ordinal);

    public async Task<Content?> WriteAsync(Stream source, long limit, CancellationToken cancellationToken)
    {
        await using var buffer = new MemoryStream();
        if (!await BoundedCopy.RunAsync(source, buffer, limit, cancellationToken))
        {
            return null;
        }

        return Keep(buffer.ToArray());
    }

    public async Task<Content?> JoinAsync(IReadOnlyList<string> parts, CancellationToken cancellationToken)
    {
        await using var joined = new MemoryStream();
        foreach (var part in parts)
        {
            if (!blobs.TryGetValue(part, out var bytes))
            {
                return null;
            }

            await joined.WriteAsync(bytes, cancellationToken);
        }

        return Keep(joined.ToArray());
    }

    public Stream? Open(string blob) =>
        blobs.TryGetValue(blob, out var bytes) ? new MemoryStream(bytes, writable: false) : null;

    public void Delete(IEnumerable<string> blobs)
    {
        foreach (var blob in blobs)
        {
            _ = this.blobs.TryRemove(blob, out _);
        }
    }

    private Content Keep(byte[] bytes)
    {
        var blob = RandomNumberGenerator.GetHexString(32, lowercase: true);
        blobs[blob] = bytes;
        return new Content(blob, bytes.Length);
    }
}
