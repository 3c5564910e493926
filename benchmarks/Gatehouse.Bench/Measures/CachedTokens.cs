using System.Net.Http.Headers;
using Gatehouse.Bench.Load;
using Gatehouse.Bench.Servers;

namespace Gatehouse.Bench.Measures;

/// <summary>What the cache of verified tokens weighs.</summary>
internal static class CachedTokens
{
    /// <summary>MiB by which the heap grows when that many tokens are shown for the first time.</summary>
    public static async Task<double> MeasureAsync(Plan plan, string folder)
    {
        Progress.Say($"memory of {plan.CachedTokens} tokens");
        await using var server = await ServerProcess.StartVariantAsync("gatehouse", folder);
        var load = await RefreshLoad.SignInAsync(server.Client, callers: 32);
        var tokens = await load.CollectAsync(plan.CachedTokens + 1);
        await ShowAsync(server.Client, tokens[0]);
        var before = await server.ReadNumberAsync(MemoryEndpoints.Alive);
        foreach (var token in tokens.Skip(1))
        {
            await ShowAsync(server.Client, token);
        }

        return (await server.ReadNumberAsync(MemoryEndpoints.Alive) - before) / 1048576.0;
    }

    private static async Task ShowAsync(HttpClient client, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, PlainEndpoint.Path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}
