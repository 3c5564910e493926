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

        var blob = RandomNumberGenerator.GetHexString(32, lowercase: true);
        blobs[blob] = buffer.ToArray();
        return new Content(blob, buffer.Length);
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
}
