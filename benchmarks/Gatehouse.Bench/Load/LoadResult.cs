namespace Gatehouse.Bench.Load;

/// <summary>What a load generator saw.</summary>
/// <param name="Requests">Answers.</param>
/// <param name="Elapsed">In this time.</param>
/// <param name="Median">Half of the answers were faster.</param>
/// <param name="Percentile99">One in a hundred was slower.</param>
/// <param name="Errors">Broken connections and answers that were not 200.</param>
internal sealed record LoadResult(long Requests, TimeSpan Elapsed, TimeSpan Median, TimeSpan Percentile99, long Errors);
