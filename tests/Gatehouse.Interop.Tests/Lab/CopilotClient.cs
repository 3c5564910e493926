using System.Text.Json.Nodes;
using Gatehouse.Interop.Tests.Clients;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>GitHub Copilot CLI in a terminal, with a scripted model in place of GitHub's.</summary>
internal sealed class CopilotClient(LabSite site) : LabClient(site)
{
    private ScriptedModel? model;
    private Terminal? terminal;

    public override async Task SignInAsync(CancellationToken cancellationToken)
    {
        model = await ScriptedModel.StartAsync(cancellationToken);
        var folder = Path.Combine(Site.Browser.Home, ".copilot");
        Directory.CreateDirectory(folder);
        var server = new JsonObject
        {
            ["type"] = "http",
            ["url"] = Site.Mcp,
            ["tools"] = new JsonArray("*"),
        };
        await File.WriteAllTextAsync(
            Path.Combine(folder, "mcp-config.json"),
            new JsonObject { ["mcpServers"] = new JsonObject { ["lab"] = server } }.ToJsonString(),
            cancellationToken
        );
        var program = Path.Combine(
            ClientFolder.Of("copilot-1.0.102"),
            "node_modules",
            "@github",
            "copilot",
            "npm-loader.js"
        );
        terminal = await Terminal.StartAsync(
            Site.Browser,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["COPILOT_PROVIDER_BASE_URL"] = model.Url,
                ["COPILOT_MODEL"] = "fake",
                ["COPILOT_PROVIDER_TYPE"] = "openai",
                ["COPILOT_OFFLINE"] = "true",
            },
            $"node {program} --allow-all-tools",
            cancellationToken
        );
        await terminal.WaitForAsync(cancellationToken, "trust");
        await terminal.TypeAsync("", cancellationToken);
        await ConnectedAsync(cancellationToken);
    }

    public override async Task<string> ListToolsAsync(CancellationToken cancellationToken)
    {
        await CallAsync(cancellationToken);
        return model!.Offered;
    }

    public override async Task<string> CallAsync(CancellationToken cancellationToken)
    {
        await terminal!.TypeAsync("Whose account is it?", cancellationToken);
        try
        {
            return await model!.NextResultAsync(cancellationToken);
        }
        catch (OperationCanceledException problem)
        {
            throw new TimeoutException(await terminal.ScreenAsync(CancellationToken.None), problem);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (terminal is not null)
        {
            await terminal.DisposeAsync();
        }

        if (model is not null)
        {
            await model.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    // The browser opens by itself, or it says which command opens it; it is connected when it has listed the tools.
    private async Task ConnectedAsync(CancellationToken cancellationToken)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
        try
        {
            var told = false;
            while (!Site.Traffic.Since(0).Any(sent => sent is { What: "tools/list", Status: 200 }))
            {
                await pause.WaitForNextTickAsync(cancellationToken);
                var screen = await terminal!.ScreenAsync(cancellationToken);
                if (!told && screen.Contains("Use /mcp auth lab to connect", StringComparison.Ordinal))
                {
                    told = true;
                    await terminal.TypeAsync("/mcp auth lab", cancellationToken);
                }
            }
        }
        catch (OperationCanceledException problem)
        {
            throw new TimeoutException(await terminal!.ScreenAsync(CancellationToken.None), problem);
        }
    }
}
