using Gatehouse.Bench.Measures;

namespace Gatehouse.Bench.Report;

/// <summary>Everything a run found out.</summary>
/// <param name="Plan">How it was measured.</param>
/// <param name="Machine">On what.</param>
/// <param name="Paths">The request path: raw, checked, JwtBearer, echo, echo checked.</param>
/// <param name="Refresh">The durable refresh.</param>
/// <param name="SignIns">Whole sign-ins: without a provider, and at one.</param>
/// <param name="Tools">The Nextcloud tools.</param>
/// <param name="DiskFlush">Microseconds the disk takes to keep a page.</param>
/// <param name="StartUp">Milliseconds to the first answer.</param>
/// <param name="Idle">Resident MiB at rest.</param>
/// <param name="CachedTokens">MiB of heap for the plan's number of tokens.</param>
/// <param name="Neighbours">The share of the machine that other processes used meanwhile.</param>
internal sealed record BenchReport(
    Plan Plan,
    Machine Machine,
    IReadOnlyList<LoadedRow> Paths,
    LoadedRow Refresh,
    IReadOnlyList<LoadedRow> SignIns,
    ToolReport Tools,
    Samples DiskFlush,
    (Samples Empty, Samples Again) StartUp,
    (Samples Gatehouse, Samples Bare) Idle,
    double CachedTokens,
    double Neighbours
)
{
    /// <summary>False when the numbers are worth nothing: too short, or on a machine that did something else.</summary>
    public bool IsMeasurement => Plan.IsMeasurement && Report.Neighbours.AreQuiet(Neighbours);

    public IReadOnlyList<Target> Targets { get; } =
    [
        new(
            "Plain endpoint: CPU with the token check / without",
            Paths[1].Microseconds.Median / Paths[0].Microseconds.Median,
            1.6,
            "×"
        ),
        new(
            "Plain endpoint: CPU with the token check / with JwtBearer RS256",
            Paths[1].Microseconds.Median / Paths[2].Microseconds.Median,
            0.4,
            "×"
        ),
        new(
            "MCP echo tool: CPU with the whole check / the bare SDK",
            Paths[4].Microseconds.Median / Paths[3].Microseconds.Median,
            1.25,
            "×"
        ),
        new("Durable refresh: 99 of 100 answered within", Refresh.Percentile99Milliseconds.Median, 40, "ms"),
        new(
            "Sign-in: CPU that the way to a provider adds to it",
            (SignIns[1].Microseconds.Median - SignIns[0].Microseconds.Median) / 1000,
            5,
            "ms"
        ),
        new(
            "Nextcloud tool with one request: CPU / echo of a word and bare request together, the worst",
            Tools.WorstRatio,
            1.5,
            "×"
        ),
        new("The same with the echo of the tool's own answer, the worst", Tools.WorstRatioToOwnEcho, 1.5, "×"),
        new("100 tool calls at once by 10 people: p99 / median", Tools.Tail, 5, "×"),
        new("Start-up: process start to first answer, best, empty data folder", StartUp.Empty.Minimum, 1000, "ms"),
        new("Idle memory / a bare YARP + SDK process", Idle.Gatehouse.Median / Idle.Bare.Median, 1.15, "×"),
        new("Heap for 10,000 cached tokens", CachedTokens * 10_000 / Plan.CachedTokens, 6, "MiB"),
    ];
}
