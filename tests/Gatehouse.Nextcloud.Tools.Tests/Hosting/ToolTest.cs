using System.Collections.Immutable;
using System.Text.Json;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Transport;
using Gatehouse.Testing.Recordings;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Tests.Hosting;

/// <summary>A test with a recorded cloud behind a real MCP endpoint.</summary>
public abstract class ToolTest : IAsyncLifetime
{
    private int inFlight;

    /// <summary>What this test's tools send besides what they declare, because of something it registers.</summary>
    private protected virtual IReadOnlyList<string> AlsoSent => [];

    /// <summary>What a test registers besides the tools.</summary>
    private protected virtual void Configure(IMcpServerBuilder server) { }

    private protected static string Everything { get; } =
        string.Join(' ', NextcloudScopes.All.Select(scope => scope.Name));

    private protected RecordedCloud Cloud { get; private set; } = null!;

    private protected McpHost Host { get; private set; } = null!;

    /// <summary>What was sent, but for what is asked about every person.</summary>
    private protected ImmutableArray<SentRequest> Sent =>
        [.. Cloud.Requests.Where(request => !DeclaredRequests.IsFact(request))];

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Cloud = await RecordedCloud.StartAsync(cancellationToken: Token);
        Cloud
            .Play("capabilities", "02-alice")
            .Play("users-groups", "24-navigation-apps", "/ocs/v2.php/core/navigation/apps?format=json");
        Host = await McpHost.StartAsync(Token, Configure);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Cloud.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected NextcloudAccount Account(string user) =>
        new(
            CloudAddress.Parse(Cloud.Address),
            user,
            user,
            DavPrincipal.Parse($"/remote.php/dav/principals/users/{user}/"),
            AppPassword.Parse(RecordedCloud.SecretOf($"{user}-app-password")),
            CredentialVersion.Parse($"{user}:1")
        );

    private protected Task<McpClient> AliceAsync(string? scopes = null) =>
        Host.ConnectAsync(Account("alice"), scopes ?? Everything, Token);

    /// <summary>The structured answer of a call that must succeed.</summary>
    private protected async Task<JsonElement> CallAsync(McpClient client, string tool, object arguments)
    {
        var result = await ResultAsync(client, tool, arguments);
        Assert.True(result.IsError is not true, TextOf(result));
        return result.StructuredContent!.Value;
    }

    /// <summary>The text of a call that must fail.</summary>
    private protected async Task<string> ErrorAsync(McpClient client, string tool, object arguments)
    {
        var result = await ResultAsync(client, tool, arguments);
        Assert.True(result.IsError, TextOf(result));
        return TextOf(result);
    }

    /// <summary>A call that asks first, of a model whose person agreed.</summary>
    private protected async Task<JsonElement> AgreedAsync(McpClient client, string tool, object arguments)
    {
        var asked = await ErrorAsync(client, tool, arguments);
        var agreed = JsonSerializer.SerializeToNode(arguments)!.AsObject();
        agreed["confirmation"] = asked.Split('\'')[^2];
        return await CallAsync(client, tool, agreed);
    }

    /// <summary>What a call answers. What it sent to the cloud is held against what its tool declares.</summary>
    private protected async Task<CallToolResult> ResultAsync(McpClient client, string tool, object arguments)
    {
        var before = Cloud.Requests.Length;
        var isAlone = Interlocked.Increment(ref inFlight) == 1;
        try
        {
            var result = await client.CallToolAsync(
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
            if (isAlone && inFlight == 1)
                DeclaredRequests.Check(Host, tool, [.. Cloud.Requests.Skip(before)], AlsoSent);
            return result;
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
        }
    }

    private protected static string TextOf(CallToolResult result) =>
        string.Join('\n', result.Content.OfType<TextContentBlock>().Select(b => b.Text));
}
