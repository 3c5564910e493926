namespace Gatehouse.Nextcloud.Transport;

/// <summary>The time a call may take, together with the caller's own token.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource timer;
    private readonly CancellationTokenSource linked;
    private readonly CancellationToken caller;

    public Deadline(TimeSpan allowed, TimeProvider time, CancellationToken caller)
    {
        Allowed = allowed;
        this.caller = caller;
        timer = new CancellationTokenSource(allowed, time);
        linked = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, caller);
    }

    public TimeSpan Allowed { get; }

    public CancellationToken Token => linked.Token;

    /// <summary>The time is over and the caller did not give up himself.</summary>
    public bool IsOver => timer.IsCancellationRequested && !caller.IsCancellationRequested;

    public void Dispose()
    {
        linked.Dispose();
        timer.Dispose();
    }
}
