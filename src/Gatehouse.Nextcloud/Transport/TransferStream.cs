using Gatehouse.Nextcloud.Errors;

namespace Gatehouse.Nextcloud.Transport;

/// <summary>A body on its way: a connection that breaks or takes too long says so in this library's words.</summary>
internal sealed class TransferStream(Stream inner, CloudAddress cloud, CloudRequest request, Deadline deadline) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            if (!cancellationToken.CanBeCanceled)
                return await inner.ReadAsync(buffer, deadline.Token);

            using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            return await inner.ReadAsync(buffer, both.Token);
        }
        catch (Exception exception) when (TransportErrors.Read(cloud, request, exception, deadline) is { } error)
        {
            throw new NextcloudException(error, exception);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
