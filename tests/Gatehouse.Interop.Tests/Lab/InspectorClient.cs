using Gatehouse.Interop.Tests.Clients;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>MCP Inspector's command line; its callback is fixed at port 6276.</summary>
internal sealed class InspectorClient(LabSite site) : LabClient(site)
{
    public override Task SignInAsync(CancellationToken cancellationToken) => ListToolsAsync(cancellationToken);

    public override Task<string> ListToolsAsync(CancellationToken cancellationToken) =>
        RunAsync(cancellationToken, "--method", "tools/list");

    public override Task<string> CallAsync(CancellationToken cancellationToken) =>
        RunAsync(cancellationToken, "--method", "tools/call", "--tool-name", "access");

    private async Task<string> RunAsync(CancellationToken cancellationToken, params string[] what)
    {
        using var client = CommandLineClient.Start(
            "inspector-2.12.0",
            "@modelcontextprotocol/inspector/clients/launcher/build/index.js",
            ["--cli", Site.Mcp, "--transport", "http", .. what],
            Site.Browser,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["MCP_AUTO_OPEN_ENABLED"] = "true",
                ["MCP_INSPECTOR_SECRET_STORE"] = "file",
            }
        );
        return await client.OutputAsync(cancellationToken);
    }
}
