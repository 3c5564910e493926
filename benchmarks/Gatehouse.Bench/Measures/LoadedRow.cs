namespace Gatehouse.Bench.Measures;

/// <summary>A row of the report: what it is, and its rounds.</summary>
internal sealed record LoadedRow(string Title, IReadOnlyList<LoadedRound> Rounds, double ResidentMebibytes)
{
    public Samples Microseconds => Samples.Of(Rounds, round => round.MicrosecondsPerRequest);

    public Samples RequestsPerSecond => Samples.Of(Rounds, round => round.RequestsPerSecond);

    public Samples Bytes => Samples.Of(Rounds, round => round.BytesPerRequest);

    public Samples MedianMilliseconds => Samples.Of(Rounds, round => round.Load.Median.TotalMilliseconds);

    public Samples Percentile99Milliseconds => Samples.Of(Rounds, round => round.Load.Percentile99.TotalMilliseconds);

    public long Errors => Rounds.Sum(round => round.Load.Errors);
}
