using System.Text.Json.Nodes;
using Gatehouse.Interop.Tests.Clients;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>opencode's command line, with a scripted model; its callback is fixed at port 19876.</summary>
internal sealed class OpencodeClient(LabSite site) : LabClient(site)
{
    private ScriptedModel? model;

    public override async Task SignInAsync(CancellationToken cancellationToken)
    {
        model ??= await ScriptedModel.StartAsync(cancellationToken);
        var settings = new JsonObject
        {
            ["autoupdate"] = false,
            ["mcp"] = new JsonObject
            {
                ["lab"] = new JsonObject { ["type"] = "remote", ["url"] = Site.Mcp },
            },
            ["provider"] = new JsonObject
            {
                ["scripted"] = new JsonObject
                {
                    ["npm"] = "@ai-sdk/openai-compatible",
                    ["options"] = new JsonObject { ["baseURL"] = model.Url, ["apiKey"] = "none" },
                    ["models"] = new JsonObject { ["fake"] = new JsonObject { ["tool_call"] = true } },
                },
            },
        };
        await File.WriteAllTextAsync(
            Path.Combine(Site.Browser.Home, "opencode.json"),
            settings.ToJsonString(),
            cancellationToken
        );
        await RunAsync(cancellationToken, "mcp", "auth", "lab");
    }

    public override async Task<string> ListToolsAsync(CancellationToken cancellationToken)
    {
        await CallAsync(cancellationToken);
        return model!.Offered;
    }

    public override async Task<string> CallAsync(CancellationToken cancellationToken) =>
        await RunAsync(cancellationToken, "run", "--model", "scripted/fake", "Whose account is it?");

    public override async Task SignInAnewAsync(CancellationToken cancellationToken)
    {
        var list = await RunAsync(cancellationToken, "mcp", "list");
        Assert.Contains("auth", list, StringComparison.OrdinalIgnoreCase);
        await RunAsync(cancellationToken, "mcp", "auth", "lab");
    }

    public override async ValueTask DisposeAsync()
    {
        if (model is not null)
        {
            await model.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    private async Task<string> RunAsync(CancellationToken cancellationToken, params string[] what)
    {
        using var client = CommandLineClient.Start(
            Path.Combine(ClientFolder.Of("opencode-1.18.33"), "node_modules", "opencode-linux-x64", "bin", "opencode"),
            ["--print-logs", .. what],
            Site.Browser,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["OPENCODE_DISABLE_MODELS_FETCH"] = "true",
                ["OPENCODE_DISABLE_AUTOUPDATE"] = "true",
                ["OPENCODE_DISABLE_LSP_DOWNLOAD"] = "true",
            }
        );
        return await client.OutputAsync(cancellationToken);
    }
}
