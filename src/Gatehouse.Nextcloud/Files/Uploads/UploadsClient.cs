using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Files.Uploads;

/// <summary>
/// Nextcloud's chunked upload, version 2: the chunks wait in a folder of their own and become the file in one step, so that neither a broken
/// connection nor a cancelled call leaves half a file. At most one chunk is in memory.
/// </summary>
public sealed class UploadsClient(NextcloudTransport transport)
{
    /// <summary>The size of a chunk, 10 MiB: Nextcloud takes 5 MiB to 5 GiB, and what is not larger goes in one request.</summary>
    public const int ChunkBytes = 10 * 1024 * 1024;

    private const int MaxChunks = 10_000;

    /// <summary>
    /// Writes a whole file from a stream when <paramref name="condition"/> holds; otherwise the error is a
    /// <see cref="NextcloudErrorKind.Conflict"/> and nothing was written. The folder must exist.
    /// </summary>
    /// <param name="account">Whose file.</param>
    /// <param name="path">Where it goes.</param>
    /// <param name="content">The bytes, read once.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="condition">When it may be written.</param>
    /// <param name="progress">Hears how many bytes arrived; null for nobody.</param>
    /// <param name="cancellationToken">Gives up, and removes what was sent.</param>
    /// <exception cref="NextcloudException">The cloud did not take it.</exception>
    /// <exception cref="EndOfStreamException">The stream ended before <paramref name="length"/>.</exception>
    public async Task<FileWritten> WriteAsync(
        NextcloudAccount account,
        FilePath path,
        Stream content,
        long length,
        WriteCondition condition,
        IProgress<long>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, (long)MaxChunks * ChunkBytes);
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(length, ChunkBytes));
        try
        {
            if (length > ChunkBytes)
            {
                var upload = new ChunkedUpload(transport, account, path, length, NewName());
                return await WriteAsync(upload, buffer, content, condition, progress, cancellationToken);
            }

            await content.ReadExactlyAsync(buffer.AsMemory(0, (int)length), cancellationToken);
            var written = await new FilesClient(transport).WriteAsync(
                account,
                path,
                buffer.AsMemory(0, (int)length),
                condition,
                cancellationToken
            );
            progress?.Report(length);
            return written;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<FileWritten> WriteAsync(
        ChunkedUpload upload,
        byte[] buffer,
        Stream content,
        WriteCondition condition,
        IProgress<long>? progress,
        CancellationToken cancellationToken
    )
    {
        await upload.BeginAsync(cancellationToken);
        try
        {
            var sent = 0L;
            var number = 0;
            while (sent < upload.Length)
            {
                var chunk = buffer.AsMemory(0, (int)Math.Min(ChunkBytes, upload.Length - sent));
                await content.ReadExactlyAsync(chunk, cancellationToken);
                await upload.SendAsync(++number, chunk, cancellationToken);
                sent += chunk.Length;
                progress?.Report(sent);
            }

            return await upload.AssembleAsync(condition, cancellationToken);
        }
        catch
        {
            await upload.RemoveAsync();
            throw;
        }
    }

    private static string NewName() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"gatehouse-{RandomNumberGenerator.GetHexString(32, lowercase: true)}"
        );
}
