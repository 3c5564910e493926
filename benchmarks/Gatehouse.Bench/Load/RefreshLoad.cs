using System.Diagnostics;

namespace Gatehouse.Bench.Load;

/// <summary>Callers that each rotate a chain of their own, one refresh after the other, over kept connections.</summary>
internal sealed class RefreshLoad(HttpClient client, TokenChain[] chains)
{
    /// <summary>Signs a caller in for each chain.</summary>
    public static async Task<RefreshLoad> SignInAsync(HttpClient client, int callers)
    {
        var chains = new TokenChain[callers];
        for (var i = 0; i < callers; i++)
        {
            chains[i] = await SignInClient.SignInAsync(client);
        }

        return new RefreshLoad(client, chains);
    }

    /// <summary>Rotates until the time is over.</summary>
    public async Task<LoadResult> RunAsync(TimeSpan duration)
    {
        var began = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(
            Enumerable.Range(0, chains.Length).Select(caller => RotateAsync(caller, began, duration))
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

    /// <summary>Access tokens, each different from the others.</summary>
    public async Task<IReadOnlyList<string>> CollectAsync(int count)
    {
        var tokens = new List<string>(count);
        while (tokens.Count < count)
        {
            var chain = tokens.Count % chains.Length;
            chains[chain] = await SignInClient.RefreshAsync(client, chains[chain]);
            tokens.Add(chains[chain].AccessToken);
        }

        return tokens;
    }

    private async Task<List<TimeSpan>> RotateAsync(int caller, long began, TimeSpan duration)
    {
        List<TimeSpan> latencies = [];
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            var sent = Stopwatch.GetTimestamp();
            chains[caller] = await SignInClient.RefreshAsync(client, chains[caller]);
            latencies.Add(Stopwatch.GetElapsedTime(sent));
        }

        return latencies;
    }
}
