using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.Nextcloud.Tests.Transport;

/// <summary>A clock that tells when a timer of a certain length was set, so that a test moves it on neither too early nor too late.</summary>
internal sealed class NoticingTime(TimeSpan awaited) : FakeTimeProvider
{
    private readonly TaskCompletionSource set = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task WaitUntilSetAsync(CancellationToken cancellationToken) => set.Task.WaitAsync(cancellationToken);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == awaited)
            set.TrySetResult();
        return timer;
    }
}
