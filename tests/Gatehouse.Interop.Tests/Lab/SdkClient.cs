using Gatehouse.Interop.Tests.Clients;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>The TypeScript SDKs, driven by clients/shared/session.mjs.</summary>
internal sealed class SdkClient(LabSite site, string folder, params string[] arguments) : LabClient(site)
{
    private readonly DrivenClient client = DrivenClient.Start(
        folder,
        [site.Mcp, .. arguments],
        site.Person,
        site.Secrets
    );

    public override Task SignInAsync(CancellationToken cancellationToken) =>
        client.DoAsync("connect", cancellationToken);

    public override async Task<string> ListToolsAsync(CancellationToken cancellationToken) =>
        (await client.DoAsync("tools", cancellationToken))!.ToJsonString();

    public override async Task<string> CallAsync(CancellationToken cancellationToken) =>
        (await client.CallAsync("access", [], cancellationToken)).ToJsonString();

    public override ValueTask DisposeAsync()
    {
        client.Dispose();
        return base.DisposeAsync();
    }
}
