using Gatehouse.Testing.Browser;
using Gatehouse.Testing.Clients;
using Gatehouse.Testing.Hosts;
using ModelContextProtocol.Client;

namespace Gatehouse.Attacks.Tests;

/// <summary>FastMCP before 3.2.0 put a tool's arguments into the path of a request unescaped: <c>../</c> led the server, with the person's credential, anywhere.</summary>
public sealed class Cve_2026_32871
{
    [Theory]
    [InlineData("../bob/Documents")]
    [InlineData("../../../../ocs/v2.php/cloud/users")]
    [InlineData("%2e%2e/bob")]
    [InlineData("..%2Fbob")]
    [InlineData("Documents/../../bob/Documents")]
    [InlineData("//evil.example/x")]
    [InlineData("?x=../bob")]
    [InlineData("..\\bob")]
    public async Task The_path_of_a_tool_stays_in_the_persons_own_files(string path)
    {
        var token = TestContext.Current.CancellationToken;
        await using var gatehouse = await GatehouseHost.StartAsync(null, token);
        using var client = new ScriptedClient(gatehouse.Url);
        using var browser = new ScriptedBrowser();
        await client.RegisterAsync(token);
        var walk = new SignInWalk(browser, ScriptedPerson.Alice);
        await client.RedeemAsync(await walk.WalkAsync(client.NewAuthorizationUrl(), token), token);
        await using var mcp = await McpClient.CreateAsync(
            new HttpClientTransport(
                new HttpClientTransportOptions
                {
                    Endpoint = new Uri(gatehouse.Mcp),
                    AdditionalHeaders = new Dictionary<string, string>
                    {
                        ["Authorization"] = $"Bearer {client.AccessToken}",
                    },
                }
            ),
            cancellationToken: token
        );
        gatehouse.Cloud.Requests.Clear();

        foreach (var tool in new[] { "read_file", "list_folder", "create_folder", "delete_file" })
        {
            await mcp.CallToolAsync(
                tool,
                new Dictionary<string, object?> { ["path"] = path },
                cancellationToken: token
            );
        }

        Assert.All(
            gatehouse.Cloud.Requests.All,
            request => Assert.StartsWith("/remote.php/dav/files/alice", request.Path, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            gatehouse.Cloud.Requests.All,
            request => request.Path.Contains("/../", StringComparison.Ordinal)
        );
    }
}
