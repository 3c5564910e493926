using Gatehouse.AspNetCore.Protection;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Device;

/// <summary>RFC 8628 §3.5: a device that asks too often waits five seconds longer from then on. In memory, as it is about the load of this process.</summary>
internal sealed class PollPace(TimeProvider time)
{
    /// <summary>Between two polls, at first; and what is added for each that comes too soon.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);

    // Clocks and networks are not exact: a poll that is a little early is no offence.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private readonly GenerationalCache<TokenHash, Pace> paces = new(10_000);

    /// <summary>True when this poll came too soon. Counts it.</summary>
    public bool IsTooSoon(TokenHash deviceCode)
    {
        var pace = paces.Find(deviceCode);
        if (pace is null)
        {
            pace = new Pace();
            paces.Add(deviceCode, pace);
        }

        var now = time.GetUtcNow();
        lock (pace)
        {
            var isTooSoon = pace.Last is { } last && now < last + pace.Interval - Tolerance;
            pace.Interval += isTooSoon ? Shortest : TimeSpan.Zero;
            pace.Last = now;
            return isTooSoon;
        }
    }

    private sealed class Pace
    {
        public DateTimeOffset? Last { get; set; }

        public TimeSpan Interval { get; set; } = Shortest;
    }
}
