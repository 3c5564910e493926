using Gatehouse.Interop.Tests.Clients;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>mcporter's command line.</summary>
internal sealed class McporterClient(LabSite site) : LabClient(site)
{
    public override async Task SignInAsync(CancellationToken cancellationToken)
    {
        await RunAsync(cancellationToken, "config", "add", "lab", Site.Mcp, "--auth", "oauth");
        await RunAsync(cancellationToken, "auth", "lab");
    }

    public override Task<string> ListToolsAsync(CancellationToken cancellationToken) =>
        RunAsync(cancellationToken, "list", "lab");

    public override Task<string> CallAsync(CancellationToken cancellationToken) =>
        RunAsync(cancellationToken, "call", "lab.access");

    private async Task<string> RunAsync(CancellationToken cancellationToken, params string[] what)
    {
        using var client = CommandLineClient.Start(
            "mcporter-0.12.3",
            "mcporter/dist/cli.js",
            what,
            Site.Browser,
            new Dictionary<string, string>(StringComparer.Ordinal)
        );
        return await client.OutputAsync(cancellationToken);
    }
}
