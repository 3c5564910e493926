using System.Text.Json;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Transport;
using Gatehouse.Testing.Recordings;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Tests.Hosting;

/// <summary>A test with a recorded cloud behind a real MCP endpoint.</summary>
public abstract class ToolTest : IAsyncLifetime
{
    private protected const string Everything = "notes.write files.write";

    private protected RecordedCloud Cloud { get; private set; } = null!;

    private protected McpHost Host { get; private set; } = null!;

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Cloud = await RecordedCloud.StartAsync(cancellationToken: Token);
        Host = await McpHost.StartAsync(Token);
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

    private protected Task<McpClient> AliceAsync(string scopes = Everything) =>
        Host.ConnectAsync(Account("alice"), scopes, Token);

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
}
