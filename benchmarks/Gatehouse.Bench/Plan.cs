namespace Gatehouse.Bench;

/// <summary>How long and how often is measured.</summary>
/// <param name="IsMeasurement">False for a look whether everything runs; its numbers are worth nothing.</param>
/// <param name="WarmUp">Load on each server before the first round: a young .NET server costs several times what it costs later.</param>
/// <param name="Rounds">Visits to each row, in turn, so that a disturbance hits all of them.</param>
/// <param name="Round">The length of a visit.</param>
/// <param name="Starts">Start-ups of the executable.</param>
/// <param name="Idle">How long a process rests before its memory is read.</param>
/// <param name="CachedTokens">Tokens shown to a server to weigh its cache.</param>
internal sealed record Plan(
    bool IsMeasurement,
    TimeSpan WarmUp,
    int Rounds,
    TimeSpan Round,
    int Starts,
    TimeSpan Idle,
    int CachedTokens
)
{
    public static Plan Full { get; } =
        new(true, TimeSpan.FromSeconds(20), 5, TimeSpan.FromSeconds(4), 5, TimeSpan.FromSeconds(10), 10_000);

    public static Plan Quick { get; } =
        new(false, TimeSpan.FromSeconds(2), 1, TimeSpan.FromSeconds(1), 1, TimeSpan.FromSeconds(1), 1_000);

    /// <summary>Of each of the many rows that are compared with tools: they share their code, and what one warms is warm for all. A tool has code of its own.</summary>
    public TimeSpan SharedWarmUp => WarmUp / 5;

    /// <summary>Visits to each row of tools: more and shorter ones, since a row is compared with its neighbours.</summary>
    public int ToolVisits => Rounds * 2;

    /// <summary>The length of such a visit: wrk knows whole seconds only.</summary>
    public static TimeSpan ToolVisit { get; } = TimeSpan.FromSeconds(1);
}
