using System.Text.Json;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Nextcloud.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

/// <summary>
/// Things made, changed and deleted by tools in a cloud that keeps what it is told: the demo cloud, or the real one that
/// <c>GATEHOUSE_TEST_CLOUD</c>, <c>GATEHOUSE_TEST_CLOUD_USER</c> and <c>GATEHOUSE_TEST_CLOUD_APP_PASSWORD</c> name. A real one has one person only and
/// other things in it, so that each test names its own things by <see cref="Unique"/> and takes them away with <see cref="AfterwardsAsync"/>.
/// </summary>
public abstract class LifeTest : IAsyncLifetime
{
    private readonly Stack<Func<Task>> afterwards = new();
    private DemoCloudServer? demo;
    private McpHost host = null!;

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The demo cloud. A test that needs it (a second person, a fault) is skipped at a real one.</summary>
    private protected DemoCloudServer Demo
    {
        get
        {
            Assert.SkipWhen(demo is null, "A real Nextcloud cannot do this: it has one person and no faults.");
            return demo;
        }
    }

    /// <summary>A name that nothing has in the cloud.</summary>
    private protected string Unique { get; } = "gh" + Guid.NewGuid().ToString("N")[..10];

    public async ValueTask InitializeAsync()
    {
        if (LiveCloud.Configured is null)
            demo = await DemoCloudServer.StartAsync(new DemoCloudOptions { BasePath = "/nextcloud" }, Token);
        host = await McpHost.StartAsync(Token, Configure);
    }

    /// <summary>What the operator of this server has set.</summary>
    private protected virtual void Configure(IMcpServerBuilder server) { }

    public async ValueTask DisposeAsync()
    {
        while (afterwards.TryPop(out var step))
            await step();
        await host.DisposeAsync();
        if (demo is not null)
            await demo.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs at the end, the last first, also of a test that failed.</summary>
    private protected void AfterwardsAsync(Func<Task> step) => afterwards.Push(step);

    /// <summary>alice with everything granted; the one person of a real cloud.</summary>
    private protected Task<McpClient> AliceAsync() => ConnectAsync("alice");

    /// <summary>bob with everything granted; only the demo cloud has him.</summary>
    private protected Task<McpClient> BobAsync()
    {
        _ = Demo;
        return ConnectAsync("bob");
    }

    /// <summary>The structured answer of a call that must succeed.</summary>
    private protected static async Task<JsonElement> CallAsync(McpClient client, string tool, object arguments)
    {
        var result = await ResultAsync(client, tool, arguments);
        Assert.True(result.IsError is not true, TextOf(result));
        return result.StructuredContent!.Value;
    }

    /// <summary>The text of a call that must fail.</summary>
    private protected static async Task<string> ErrorAsync(McpClient client, string tool, object arguments)
    {
        var result = await ResultAsync(client, tool, arguments);
        Assert.True(result.IsError, TextOf(result));
        return TextOf(result);
    }

    /// <summary>A call that asks first, of a model whose person agreed.</summary>
    private protected static async Task<JsonElement> AgreedAsync(McpClient client, string tool, object arguments)
    {
        var asked = await ErrorAsync(client, tool, arguments);
        var agreed = JsonSerializer.SerializeToNode(arguments)!.AsObject();
        agreed["confirmation"] = asked.Split('\'')[^2];
        return await CallAsync(client, tool, agreed);
    }

    private protected static async Task<CallToolResult> ResultAsync(McpClient client, string tool, object arguments) =>
        await client.CallToolAsync(
            new CallToolRequestParams
            {
                Name = tool,
                Arguments = JsonSerializer
                    .SerializeToElement(arguments)
                    .EnumerateObject()
                    .ToDictionary(p => p.Name, p => p.Value),
            },
            Token
        );

    private protected static string TextOf(CallToolResult result) =>
        string.Join('\n', result.Content.OfType<TextContentBlock>().Select(b => b.Text));

    private async Task<McpClient> ConnectAsync(string user)
    {
        var scopes = string.Join(' ', NextcloudScopes.All.Select(scope => scope.Name));
        var login = LiveCloud.Configured ?? await DemoLoginAsync(user);
        using var transport = new NextcloudTransport(
            new(),
            TimeProvider.System,
            NullLogger<NextcloudTransport>.Instance
        );
        var found = await new AccountDiscovery(transport).DiscoverAsync(login, Token);
        return await host.ConnectAsync(found.Account, scopes, Token);
    }

    private async Task<NextcloudLogin> DemoLoginAsync(string user) =>
        new(
            CloudAddress.Parse(demo!.Address),
            user,
            AppPassword.Parse(await demo.CreateAppPasswordAsync(user, "test", Token)),
            CredentialVersion.Parse(user)
        );
}
