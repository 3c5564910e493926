using System.Text.Json.Nodes;
using Gatehouse.Interop.Tests.Clients;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>Codex: its command line signs in, its app server works with the tools; neither needs a model or an account.</summary>
internal sealed class CodexClient(LabSite site) : LabClient(site)
{
    private CommandLineClient? server;
    private string? thread;

    public override async Task SignInAsync(CancellationToken cancellationToken)
    {
        using var adding = Start("mcp", "add", "lab", "--url", Site.Mcp);
        await adding.OutputAsync(cancellationToken);
    }

    public override async Task<string> ListToolsAsync(CancellationToken cancellationToken)
    {
        var app = await ServerAsync(cancellationToken);
        return (await app.RequestAsync("mcpServerStatus/list", [], cancellationToken)).ToJsonString();
    }

    public override async Task<string> CallAsync(CancellationToken cancellationToken)
    {
        var app = await ServerAsync(cancellationToken);
        return (await app.RequestAsync("mcpServer/tool/call", Call(), cancellationToken)).ToJsonString();
    }

    /// <summary>Calls the tool many times at once.</summary>
    public async Task<IReadOnlyList<JsonObject>> CallManyAsync(int times, CancellationToken cancellationToken)
    {
        var app = await ServerAsync(cancellationToken);
        return await app.RequestManyAsync("mcpServer/tool/call", Call(), times, cancellationToken);
    }

    public override async Task SignInAnewAsync(CancellationToken cancellationToken)
    {
        // It says so, and the person signs in by the command it names.
        var answer = await CallAsync(cancellationToken);
        Assert.Contains("Authentication required", answer, StringComparison.Ordinal);
        using var login = Start("mcp", "login", "lab");
        await login.OutputAsync(cancellationToken);
        server!.Dispose();
        server = null;
    }

    public override ValueTask DisposeAsync()
    {
        server?.Dispose();
        return base.DisposeAsync();
    }

    private async Task<CommandLineClient> ServerAsync(CancellationToken cancellationToken)
    {
        if (server is { } running)
        {
            return running;
        }

        server = Start("app-server");
        var hello = new JsonObject
        {
            ["clientInfo"] = new JsonObject { ["name"] = "lab", ["version"] = "1" },
        };
        await server.RequestAsync("initialize", hello, cancellationToken);
        await server.NotifyAsync("initialized", cancellationToken);
        var started = await server.RequestAsync("thread/start", [], cancellationToken);
        thread = (string?)started["thread"]!["id"];
        return server;
    }

    private JsonObject Call() =>
        new()
        {
            ["threadId"] = thread,
            ["server"] = "lab",
            ["tool"] = "access",
            ["arguments"] = new JsonObject(),
        };

    private CommandLineClient Start(params string[] arguments)
    {
        var home = Path.Combine(Site.Browser.Home, ".codex");
        Directory.CreateDirectory(home);
        return CommandLineClient.Start(
            "codex-0.169.0",
            "@openai/codex/bin/codex.js",
            arguments,
            Site.Browser,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["CODEX_HOME"] = home }
        );
    }
}
