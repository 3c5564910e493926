using System.Buffers;
using System.IO.Pipelines;

namespace Gatehouse.AspNetCore.Transport;

/// <summary>
/// The body of an answer to a POST, which leaves in one piece where it can. The SDK (2.3.1) sends the head before it looks at the message, then the
/// event, then the end, and each by itself costs a packet and a twentieth of a small call. Here the head waits for the first event, at most
/// <see cref="Patience"/>, so that a client sees that somebody is at work; and an event waits for what follows, at most <see cref="Breath"/>.
/// </summary>
internal sealed class AnswerBody(PipeWriter inner, TimeProvider time) : Stream
{
    /// <summary>How long a head waits for an event.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>How long an event waits for the end, or for another event: longer than a busy server takes from one to the other, shorter than people notice.</summary>
    public static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    /// <summary>An event of so many bytes waits for nothing: it fills packets of its own, and a slow client must be felt.</summary>
    private const int MaxWaiting = 64 * 1024;

    private readonly Lock gate = new();
    private ITimer? timer;
    private Task? sending;
    private bool hasEvent;
    private bool isWaiting;

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
        await StopAsync();
        hasEvent = true;
        if (buffer.Length < MaxWaiting)
            inner.Write(buffer.Span);
        else
            await inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var wait = hasEvent ? Breath : Patience;
            if (timer is null)
                timer = time.CreateTimer(
                    static body => ((AnswerBody)body!).Send(),
                    this,
                    wait,
                    Timeout.InfiniteTimeSpan
                );
            else
                timer.Change(wait, Timeout.InfiniteTimeSpan);
            isWaiting = true;
            return Task.CompletedTask;
        }
    }

    /// <summary>After this nothing of it touches the answer any more; what still waits leaves with the end.</summary>
    public override async ValueTask DisposeAsync()
    {
        await StopAsync();
        timer?.Dispose();
        await base.DisposeAsync();
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>What is under way is waited for: two must not write at once.</summary>
    private Task StopAsync()
    {
        lock (gate)
        {
            if (isWaiting)
                timer!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            isWaiting = false;
            return sending ?? Task.CompletedTask;
        }
    }

    private void Send()
    {
        lock (gate)
        {
            // A timer that was stopped can still have begun.
            if (isWaiting)
                sending = inner.FlushAsync(CancellationToken.None).AsTask();
            isWaiting = false;
        }
    }
}
