using Gatehouse.Bench.Load;
using Gatehouse.Bench.Servers;

namespace Gatehouse.Bench.Measures;

/// <summary>
/// CPU of our process for a call of each tool that sends one request, beside the two things it is made of: the SDK's echo tool, and the same request sent
/// with HttpClient. The cloud is another process and not counted.
/// </summary>
internal static class ToolCalls
{
    public static async Task<ToolReport> MeasureAsync(Plan plan, string folder)
    {
        await using var cloud = await ServerProcess.StartAsync(
            Environment.ProcessPath!,
            url => ["cloud", url, folder],
            "/status.php"
        );
        var calls = await ToolCapture.RunAsync(BenchCloud.Alice, folder);
        await using var raw = await ServerProcess.StartVariantAsync("raw", folder);
        await using var mcp = await ServerProcess.StartVariantAsync("mcp", folder);
        await using var tools = await ServerProcess.StartVariantAsync("tools", folder);
        await using var fetch = await ServerProcess.StartVariantAsync("fetch", folder);
        await using var echoed = await ServerProcess.StartVariantAsync("echoed-answers", folder);

        var plain = new Row("raw Kestrel endpoint", raw, LoadRequest.Get(PlainEndpoint.Path));
        var echo = new Row("MCP echo tool, bare C# SDK", mcp, LoadRequest.PostJson(PlainEndpoint.Path, EchoTool.Call));
        var compared = calls
            .Select(call =>
                (
                    call.Tool,
                    Ours: new Row(call.Tool, tools, Called(call)),
                    Bare: new Row(
                        $"the request of {call.Tool}",
                        fetch,
                        new("POST", FetchEndpoint.PathOf(call.Tool), Body: null, [])
                    ),
                    Echo: new Row($"the echo of {call.Tool}", echoed, Called(call))
                )
            )
            .ToList();
        Row[] rows = [plain, echo, .. compared.SelectMany(one => new[] { one.Ours, one.Bare, one.Echo })];
        foreach (var row in rows)
        {
            Progress.Say($"warming up: {row.Title}");
            var warmUp = row.Server == fetch || row.Server == echoed ? plan.SharedWarmUp : plan.WarmUp;
            var first = await Wrk.RunAsync(row.Server.Url, row.Request, warmUp);
            if (first.Errors > 0)
            {
                throw new InvalidOperationException(
                    $"{row.Title}: {first.Errors} of {first.Requests} requests failed."
                );
            }
        }

        for (var round = 1; round <= plan.ToolVisits; round++)
        {
            Progress.Say($"tools, round {round} of {plan.ToolVisits}");
            foreach (var row in rows)
            {
                row.Rounds.Add(
                    await LoadedRound.MeasureAsync(
                        row.Server,
                        () => Wrk.RunAsync(row.Server.Url, row.Request, Plan.ToolVisit)
                    )
                );
            }
        }

        var crowd = new ToolCrowd(tools.Client);
        await crowd.RunAsync(plan.SharedWarmUp);
        List<LoadedRound> crowded = [];
        for (var round = 1; round <= plan.Rounds; round++)
        {
            crowded.Add(await LoadedRound.MeasureAsync(tools, () => crowd.RunAsync(plan.Round)));
        }

        return new(
            plain.Result,
            echo.Result,
            [.. compared.Select(one => new ToolRow(one.Tool, one.Ours.Result, one.Bare.Result, one.Echo.Result))],
            new LoadedRow("100 calls at once by 10 people", crowded, tools.ResidentMebibytes)
        );
    }

    private static LoadRequest Called(ToolCall call)
    {
        var request = LoadRequest.PostJson(PlainEndpoint.Path, call.Message);
        return request with { Headers = [.. request.Headers, $"{BenchCloud.PersonHeader}: {BenchCloud.Alice}"] };
    }

    private sealed record Row(string Title, ServerProcess Server, LoadRequest Request)
    {
        public List<LoadedRound> Rounds { get; } = [];

        public LoadedRow Result => new(Title, Rounds, Server.ResidentMebibytes);
    }
}
