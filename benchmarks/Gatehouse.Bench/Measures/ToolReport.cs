namespace Gatehouse.Bench.Measures;

/// <summary>What the tools cost.</summary>
/// <param name="Plain">An endpoint that does nothing.</param>
/// <param name="Echo">The SDK's echo tool.</param>
/// <param name="Tools">The tools that send one request.</param>
/// <param name="Crowd">100 calls at once by 10 people.</param>
internal sealed record ToolReport(LoadedRow Plain, LoadedRow Echo, IReadOnlyList<ToolRow> Tools, LoadedRow Crowd)
{
    /// <summary>Over the echo of a word, whatever the tool answers.</summary>
    public double WorstRatio => Tools.Max(row => row.RatioTo(Echo, Plain));

    /// <summary>Over the echo of the tool's own answer.</summary>
    public double WorstRatioToOwnEcho => Tools.Max(row => row.RatioTo(row.Echo, Plain));

    public double Tail => Crowd.Percentile99Milliseconds.Median / Crowd.MedianMilliseconds.Median;
}
