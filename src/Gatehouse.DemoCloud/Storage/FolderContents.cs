using System.Security.Cryptography;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Storage;

/// <summary>The bytes of files in the data folder, one file for each.</summary>
internal sealed class FolderContents(string folder) : IContents
{
    public Task<Content?> WriteAsync(Stream source, long limit, CancellationToken cancellationToken) =>
        KeepAsync(target => BoundedCopy.RunAsync(source, target, limit, cancellationToken), cancellationToken);

    public Task<Content?> JoinAsync(IReadOnlyList<string> parts, CancellationToken cancellationToken) =>
        KeepAsync(
            async target =>
            {
                foreach (var part in parts)
                {
                    if (Open(part) is not { } source)
                    {
                        return false;
                    }

                    await using (source)
                    {
                        await source.CopyToAsync(target, cancellationToken);
                    }
                }

                return true;
            },
            cancellationToken
        );

    public Stream? Open(string blob)
    {
        try
        {
            return new FileStream(
                Path.Combine(folder, blob),
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete,
                bufferSize: 64 * 1024,
                useAsync: true
            );
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public void Delete(IEnumerable<string> blobs)
    {
        foreach (var blob in blobs)
        {
            File.Delete(Path.Combine(folder, blob));
        }
    }

    /// <summary>Deletes what an interrupted upload or a crash left behind.</summary>
    public void Sweep(IEnumerable<string> used)
    {
        var names = used.ToHashSet(StringComparer.Ordinal);
        Delete(
            Directory
                .EnumerateFiles(folder)
                .Select(file => Path.GetFileName(file))
                .Where(name => !names.Contains(name))
                .ToList()
        );
    }

    /// <summary>Leaves no file behind when <paramref name="fill"/> says no or fails.</summary>
    private async Task<Content?> KeepAsync(Func<Stream, Task<bool>> fill, CancellationToken cancellationToken)
    {
        var blob = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var file = Path.Combine(folder, blob);
        var written = false;
        try
        {
            await using var target = File.Create(file);
            written = await fill(target);
            await target.FlushAsync(cancellationToken);
            RandomAccess.FlushToDisk(target.SafeFileHandle);
            return written ? new Content(blob, target.Length) : null;
        }
        finally
        {
            if (!written)
            {
                File.Delete(file);
            }
        }
    }
}
