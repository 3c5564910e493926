using System.Text.Json.Nodes;
using Gatehouse.Testing.Browser;

namespace Gatehouse.Interop.Tests.Clients;

/// <summary>mcp-remote, the bridge for clients that know only stdio.</summary>
public sealed class McpRemoteTests(RunningDemo demo) : IClassFixture<RunningDemo>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task Bridges_a_stdio_client_and_needs_no_second_sign_in_later()
    {
        using var person = new PersonAtBrowser(ScriptedPerson.Alice);
        await using var browser = await BrowserStub.StartAsync(person, TestContext.Current.CancellationToken);
        using (var client = Start(browser))
        {
            await ConnectAsync(client);
            var tools = (await client.RequestAsync("tools/list", [], Stop))["tools"]!.AsArray();
            Assert.Contains("create_note", tools.Select(tool => (string?)tool!["name"]));

            const string Text = "Bridged by mcp-remote.";
            var values = new JsonObject { ["title"] = "mcp-remote", ["content"] = Text };
            var note = await CallAsync(client, "create_note", values);
            var read = await CallAsync(client, "read_note", new JsonObject { ["id"] = note["id"]!.DeepClone() });
            Assert.Equal(Text, (string?)read["content"]);
            var folder = await CallAsync(client, "list_folder", new JsonObject { ["path"] = "/" });
            Assert.NotEmpty(folder["items"]!.AsArray());
        }

        using var later = Start(browser);
        await ConnectAsync(later);
        Assert.Equal("alice", (string?)(await CallAsync(later, "access", []))["user"]);
        Assert.Equal(1, person.SignIns);
    }

    private CommandLineClient Start(BrowserStub browser) =>
        CommandLineClient.Start(
            "mcp-remote-0.15.1",
            "mcp-remote/dist/proxy.js",
            [demo.Gatehouse.Mcp, "--transport", "http-only"],
            browser,
            new Dictionary<string, string>(StringComparer.Ordinal)
        );

    private static async Task ConnectAsync(CommandLineClient client)
    {
        var hello = new JsonObject
        {
            ["protocolVersion"] = "2025-06-18",
            ["capabilities"] = new JsonObject(),
            ["clientInfo"] = new JsonObject { ["name"] = "stdio-client", ["version"] = "1" },
        };
        var server = await client.RequestAsync("initialize", hello, Stop);
        Assert.Equal("gatehouse-nextcloud", (string?)server["serverInfo"]!["name"]);
        await client.NotifyAsync("notifications/initialized", Stop);
    }

    private static async Task<JsonObject> CallAsync(CommandLineClient client, string tool, JsonObject values)
    {
        var call = new JsonObject { ["name"] = tool, ["arguments"] = values };
        var result = await client.RequestAsync("tools/call", call, Stop);
        Assert.NotEqual(true, (bool?)result["isError"]);
        return result["structuredContent"]!.AsObject();
    }
}
