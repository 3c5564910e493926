using System.Text.Json.Nodes;
using Gatehouse.Testing.Browser;

namespace Gatehouse.Interop.Tests.Clients;

/// <summary>MCP Inspector's command line. Its callback is fixed at port 6276.</summary>
public sealed class InspectorTests(RunningDemo demo) : IClassFixture<RunningDemo>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task Signs_in_lists_the_tools_and_calls_them()
    {
        using var person = new PersonAtBrowser(ScriptedPerson.Alice);
        await using var browser = await BrowserStub.StartAsync(person, TestContext.Current.CancellationToken);

        var tools = await RunAsync(browser, "--method", "tools/list");
        Assert.Contains("create_note", tools["tools"]!.AsArray().Select(tool => (string?)tool!["name"]));

        const string Text = "Inspected.";
        var note = await CallAsync(browser, "create_note", "title=Inspector", $"content={Text}");
        var read = await CallAsync(browser, "read_note", $"id={note["id"]}");
        Assert.Equal(Text, (string?)read["content"]);
        Assert.NotEmpty((await CallAsync(browser, "list_folder", "path=/"))["items"]!.AsArray());
        Assert.Equal(1, person.SignIns);
    }

    private async Task<JsonObject> CallAsync(BrowserStub browser, string tool, params string[] values)
    {
        string[] call = ["--method", "tools/call", "--tool-name", tool];
        var result = await RunAsync(browser, [.. call, .. values.SelectMany(value => new[] { "--tool-arg", value })]);
        Assert.NotEqual(true, (bool?)result["isError"]);
        return result["structuredContent"]!.AsObject();
    }

    private async Task<JsonObject> RunAsync(BrowserStub browser, params string[] what)
    {
        using var client = CommandLineClient.Start(
            "inspector-2.12.0",
            "@modelcontextprotocol/inspector/clients/launcher/build/index.js",
            ["--cli", demo.Gatehouse.Mcp, "--transport", "http", .. what],
            browser,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["MCP_AUTO_OPEN_ENABLED"] = "true",
                ["MCP_INSPECTOR_SECRET_STORE"] = "file",
            }
        );
        return JsonNode.Parse(await client.OutputAsync(Stop))!.AsObject();
    }
}
