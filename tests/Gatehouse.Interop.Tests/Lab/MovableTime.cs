namespace Gatehouse.Interop.Tests.Lab;

/// <summary>The real time, moved on by the test: timers run as ever, and an access token can run out without anybody waiting for it.</summary>
internal sealed class MovableTime : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    /// <summary>Moves the clock on.</summary>
    public void MoveOn(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}
