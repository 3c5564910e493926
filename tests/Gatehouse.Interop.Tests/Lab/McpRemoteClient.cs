using System.Text.Json.Nodes;
using Gatehouse.Interop.Tests.Clients;
using Gatehouse.Interop.Tests.Compatibility;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>mcp-remote: the client behind it speaks JSON-RPC on stdio and knows nothing of the sign-in.</summary>
internal sealed class McpRemoteClient(LabSite site, string version) : LabClient(site)
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    private CommandLineClient client = Start(site, version);

    public override IReadOnlyList<Deviation> Deviations =>
        version == "0.1.38"
            ?
            [
                new(
                    Step.SignInAnew,
                    "It opens the browser, the person signs in, and it never redeems the code: it waits for codes only while it starts. Started again, it signs in.",
                    (sent, problem) =>
                        problem is TimeoutException
                        && sent.Any(one => one is { Path: "/authorize", Status: 200 })
                        && !sent.Any(one => one.What == "authorization_code")
                            ? "the browser was opened, the code was delivered, no request to /token followed"
                            : null
                ),
            ]
            : [];

    public override async Task SignInAsync(CancellationToken cancellationToken)
    {
        var hello = new JsonObject
        {
            ["protocolVersion"] = "2025-06-18",
            ["capabilities"] = new JsonObject(),
            ["clientInfo"] = new JsonObject { ["name"] = "stdio-client", ["version"] = "1" },
        };
        await client.RequestAsync("initialize", hello, cancellationToken);
        await client.NotifyAsync("notifications/initialized", cancellationToken);
    }

    public override async Task<string> ListToolsAsync(CancellationToken cancellationToken) =>
        (await client.RequestAsync("tools/list", [], cancellationToken)).ToJsonString();

    public override async Task<string> CallAsync(CancellationToken cancellationToken) =>
        (
            await client.RequestAsync(
                "tools/call",
                new JsonObject { ["name"] = "access", ["arguments"] = new JsonObject() },
                cancellationToken
            )
        ).ToJsonString();

    public override async Task SignInAnewAsync(CancellationToken cancellationToken)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(patience);
        await CallAsync(bounded.Token);
    }

    public override Task RecoverAsync(CancellationToken cancellationToken)
    {
        client.Dispose();
        client = Start(Site, version);
        return SignInAsync(cancellationToken);
    }

    public override ValueTask DisposeAsync()
    {
        client.Dispose();
        return base.DisposeAsync();
    }

    private static CommandLineClient Start(LabSite site, string version) =>
        CommandLineClient.Start(
            $"mcp-remote-{version}",
            "mcp-remote/dist/proxy.js",
            [site.Mcp, "--transport", "http-only"],
            site.Browser,
            new Dictionary<string, string>(StringComparer.Ordinal)
        );
}
