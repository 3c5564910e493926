using System.Diagnostics;

namespace Gatehouse.Bench.Load;

/// <summary>People that sign in one after the other, each a whole sign-in of a client that has registered: consent, the way to the provider and back, code, tokens.</summary>
internal sealed class SignInLoad(HttpClient client, int callers)
{
    public async Task<LoadResult> RunAsync(TimeSpan duration)
    {
        var began = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => SignInAsync(began, duration)));
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

    private async Task<List<TimeSpan>> SignInAsync(long began, TimeSpan duration)
    {
        List<TimeSpan> latencies = [];
        var clientId = await SignInClient.RegisterAsync(client);
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            var sent = Stopwatch.GetTimestamp();
            await SignInClient.SignInAsync(client, clientId);
            latencies.Add(Stopwatch.GetElapsedTime(sent));
        }

        return latencies;
    }
}
