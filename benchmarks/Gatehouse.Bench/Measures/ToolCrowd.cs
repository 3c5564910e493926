using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Gatehouse.Bench.Load;
using Gatehouse.Bench.Servers;

namespace Gatehouse.Bench.Measures;

/// <summary>Ten people with ten calls at once each, of all the tools in turn.</summary>
internal sealed class ToolCrowd(HttpClient client)
{
    private const int Calls = 100;

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
        var call = caller;
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            var sent = Stopwatch.GetTimestamp();
            await SendAsync(BenchCloud.Person(caller), ToolCall.All[call++ % ToolCall.All.Count]);
            latencies.Add(Stopwatch.GetElapsedTime(sent));
        }

        return latencies;
    }

    private async Task SendAsync(string person, ToolCall call)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, PlainEndpoint.Path)
        {
            Content = new StringContent(ToolCalls.MessageOf(call), Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        request.Headers.Add(BenchCloud.PersonHeader, person);
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var text = await answer.Content.ReadAsStringAsync();
        if (text.Contains("\"isError\":true", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{call.Tool}: {text}");
        }
    }
}
