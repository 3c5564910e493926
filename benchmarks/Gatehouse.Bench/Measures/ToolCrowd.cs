using System.Diagnostics;
using Gatehouse.Bench.Load;
using Gatehouse.Bench.Servers;

namespace Gatehouse.Bench.Measures;

/// <summary>Ten people with ten calls at once each, of all the tools in turn that need no id.</summary>
internal sealed class ToolCrowd(HttpClient http)
{
    private const int Calls = 100;

    private static readonly ToolCall[] tools = [.. ToolCall.All.Where(call => call.List is null)];

    private readonly ToolClient client = new(http);

    public async Task<LoadResult> RunAsync(TimeSpan duration)
    {
        var began = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(
            Enumerable.Range(0, Calls).Select(caller => CallAsync(caller, began, duration))
        );
        var elapsed = Stopwatch.GetElapsedTime(began);
        var sorted = latencies.SelectMany(own => own).Order().ToArray();
        return new LoadResult(
            sorted.Length,
            elapsed,
            sorted[sorted.Length / 2],
            sorted[sorted.Length * 99 / 100],
            Errors: 0
        );
    }

    private async Task<List<TimeSpan>> CallAsync(int caller, long began, TimeSpan duration)
    {
        List<TimeSpan> latencies = [];
        var next = caller;
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            var sent = Stopwatch.GetTimestamp();
            await client.CallAsync(BenchCloud.Person(caller), tools[next++ % tools.Length]);
            latencies.Add(Stopwatch.GetElapsedTime(sent));
        }

        return latencies;
    }
}
