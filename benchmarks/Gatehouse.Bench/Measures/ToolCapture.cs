using Gatehouse.Bench.Load;
using Gatehouse.Bench.Servers;

namespace Gatehouse.Bench.Measures;

/// <summary>Finds out which request each tool sends and what it answers, by calling each.</summary>
internal static class ToolCapture
{
    /// <summary>The calls with what they need, in order; what they are made of is kept as <see cref="CapturedCall"/>.</summary>
    /// <exception cref="InvalidOperationException">A tool sends more or less than one request.</exception>
    public static async Task<IReadOnlyList<ToolCall>> RunAsync(string person, string folder)
    {
        await using var server = await ServerProcess.StartVariantAsync("capture", folder);
        var client = new ToolClient(server.Client);
        List<ToolCall> calls = [];
        List<CapturedCall> captured = [];
        foreach (var unresolved in ToolCall.All)
        {
            var call = await client.ResolveAsync(person, unresolved);

            // The first call may ask for what is known of a person from then on.
            await client.CallAsync(person, call);
            await TakeAsync(server);
            var result = await client.CallAsync(person, call);
            var sent = await TakeAsync(server);
            captured.Add(
                sent is [var one]
                    ? new(call.Tool, one, result)
                    : throw new InvalidOperationException($"{call.Tool} sends {sent.Count} requests.")
            );
            calls.Add(call);
        }

        await CapturedCall.WriteAsync(folder, captured);
        return calls;
    }

    private static async Task<List<CapturedRequest>> TakeAsync(ServerProcess server) =>
        (await server.Client.GetFromJsonAsync<List<CapturedRequest>>(RequestCapture.Path))!;
}
