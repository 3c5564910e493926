using Gatehouse.Bench.Load;
using Gatehouse.Bench.Servers;

namespace Gatehouse.Bench.Measures;

/// <summary>CPU of the server process for each answered request, row beside row.</summary>
internal static class RequestPath
{
    private static readonly (string Title, string Variant, Func<ServerProcess, Task<LoadRequest>> Request)[] Rows =
    [
        ("raw Kestrel endpoint", "raw", _ => Task.FromResult(LoadRequest.Get(PlainEndpoint.Path))),
        (
            "the same behind Gatehouse's token check",
            "gatehouse",
            async server => LoadRequest.Get(PlainEndpoint.Path, await SignInAsync(server))
        ),
        (
            "the same behind JwtBearer, RS256",
            "jwt-bearer",
            async server =>
                LoadRequest.Get(
                    PlainEndpoint.Path,
                    await server.Client.GetStringAsync(new Uri(JwtBearerServices.TokenPath, UriKind.Relative))
                )
        ),
        (
            "MCP echo tool, bare C# SDK",
            "mcp",
            _ => Task.FromResult(LoadRequest.PostJson(PlainEndpoint.Path, EchoTool.Call))
        ),
        (
            "the same behind Gatehouse's whole check",
            "mcp-gatehouse",
            async server => LoadRequest.PostJson(PlainEndpoint.Path, EchoTool.Call, await SignInAsync(server))
        ),
    ];

    /// <summary>The rows in the order: raw, checked, JwtBearer, echo, echo checked.</summary>
    public static async Task<IReadOnlyList<LoadedRow>> MeasureAsync(Plan plan, string folder)
    {
        List<(string Title, ServerProcess Server, LoadRequest Request, List<LoadedRound> Rounds)> rows = [];
        try
        {
            foreach (var (title, variant, request) in Rows)
            {
                var server = await ServerProcess.StartVariantAsync(variant, folder);
                rows.Add((title, server, await request(server), []));
                Progress.Say($"warming up: {title}");
                var first = await Wrk.RunAsync(server.Url, rows[^1].Request, plan.WarmUp);
                if (first.Errors > 0)
                {
                    throw new InvalidOperationException(
                        $"{title}: {first.Errors} of {first.Requests} requests failed."
                    );
                }
            }

            for (var round = 1; round <= plan.Rounds; round++)
            {
                Progress.Say($"round {round} of {plan.Rounds}");
                foreach (var (_, server, request, rounds) in rows)
                {
                    rounds.Add(
                        await LoadedRound.MeasureAsync(server, () => Wrk.RunAsync(server.Url, request, plan.Round))
                    );
                }
            }

            return [.. rows.Select(row => new LoadedRow(row.Title, row.Rounds, row.Server.ResidentMebibytes))];
        }
        finally
        {
            foreach (var row in rows)
            {
                await row.Server.DisposeAsync();
            }
        }
    }

    private static async Task<string> SignInAsync(ServerProcess server) =>
        (await SignInClient.SignInAsync(server.Client)).AccessToken;
}
