namespace Gatehouse.AspNetCore.Transport;

/// <summary>
/// The body of an answer to a POST, whose head travels with the first event: the SDK (2.3.1) sends the head alone before it looks at the message,
/// which costs a tenth of a call and a packet. When the first event takes longer than <see cref="Patience"/>, the head goes ahead: a client that
/// waits for one sees that somebody is at work.
/// </summary>
internal sealed class AnswerBody(Stream inner, TimeProvider time) : Stream
{
    /// <summary>How long a head waits for an event.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private ITimer? timer;
    private Task? head;
    private bool hasBegun;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        await BeginAsync();
        await inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!hasBegun)
            {
                timer ??= time.CreateTimer(
                    static body => ((AnswerBody)body!).SendHead(),
                    this,
                    Patience,
                    Timeout.InfiniteTimeSpan
                );
                return Task.CompletedTask;
            }
        }

        return inner.FlushAsync(cancellationToken);
    }

    /// <summary>After this nothing of it touches the answer any more.</summary>
    public override async ValueTask DisposeAsync()
    {
        await BeginAsync();
        await base.DisposeAsync();
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // A head that is under way is waited for: two must not write at once.
    private Task BeginAsync()
    {
        lock (gate)
        {
            hasBegun = true;
            timer?.Dispose();
            timer = null;
            return head ?? Task.CompletedTask;
        }
    }

    private void SendHead()
    {
        lock (gate)
        {
            if (!hasBegun)
            {
                hasBegun = true;
                head = SendAsync();
            }
        }
    }

    // In a method of its own, so that nothing is thrown in the timer: that would end the process.
    private async Task SendAsync() => await inner.FlushAsync(CancellationToken.None);
}
