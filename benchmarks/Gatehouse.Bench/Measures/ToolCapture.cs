using Gatehouse.Bench.Load;
using Gatehouse.Bench.Servers;

namespace Gatehouse.Bench.Measures;

/// <summary>Finds out which request each tool sends, by letting each send it once.</summary>
internal static class ToolCapture
{
    /// <summary>The calls with what they need, in order; what they send is written for <see cref="FetchEndpoint"/>.</summary>
    /// <exception cref="InvalidOperationException">A tool sends more or less than one request.</exception>
    public static async Task<IReadOnlyList<ToolCall>> RunAsync(string person, string folder)
    {
        await using var server = await ServerProcess.StartVariantAsync("capture", folder);
        var client = new ToolClient(server.Client);
        List<ToolCall> calls = [];
        Dictionary<string, CapturedRequest> requests = [];
        foreach (var unresolved in ToolCall.All)
        {
            var call = await client.ResolveAsync(person, unresolved);

            // The first call may ask for what is known of a person from then on.
            await client.CallAsync(person, call);
            await TakeAsync(server);
            await client.CallAsync(person, call);
            var sent = await TakeAsync(server);
            requests[call.Tool] = sent is [var one]
                ? one
                : throw new InvalidOperationException($"{call.Tool} sends {sent.Count} requests.");
            calls.Add(call);
        }

        await FetchEndpoint.WriteAsync(folder, requests);
        return calls;
    }

    private static async Task<List<CapturedRequest>> TakeAsync(ServerProcess server) =>
        (await server.Client.GetFromJsonAsync<List<CapturedRequest>>(RequestCapture.Path))!;
}
