using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Gatehouse.AspNetCore.Transport;
using Gatehouse.Testing.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.AspNetCore;

namespace Gatehouse.AspNetCore.Tests.Transport;

/// <summary>What the conformance suite found the SDK to miss, mended in front of it.</summary>
public sealed class ProtocolVersionTests
{
    private const string Unknown = "2031-01-01";

    [Theory]
    [InlineData("7", "7")]
    [InlineData("\"seven\"", "\"seven\"")]
    [InlineData("{}", null)]
    [InlineData("\"\\ud83d\"", null)]
    public async Task An_unknown_version_is_answered_with_those_a_client_can_choose(string id, string? answered)
    {
        await using var site = await Site.StartAsync(
            new SiteOptions
            {
                Services = services => services.AddMcpServer().WithGatehouseTransport(),
                Resource = app => app.MapGatehouseMcp(),
            }
        );
        using var client = await SiteClient.RegisterAsync(site);
        var token = (string)(await client.ConnectAsync()).Json["access_token"]!;

        var (status, answer) = await DiscoverAsync(client.Http, Unknown, id, token);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(answered, answer["id"]?.ToJsonString());
        Assert.Equal(-32022, (int)answer["error"]!["code"]!);
        Assert.Equal(Unknown, (string?)answer["error"]!["data"]!["requested"]);
        Assert.Equal(["2026-07-28"], Texts(answer["error"]!["data"]!["supported"]));
    }

    [Fact]
    public async Task The_versions_we_know_are_the_versions_the_SDK_serves()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder
            .Services.AddMcpServer()
            .WithHttpTransport(transport => transport.SessionMode = HttpServerSessionMode.StatefulForInitializeClients);
        await using var bare = builder.Build();
        bare.MapMcp("/mcp");
        await bare.StartAsync(TestContext.Current.CancellationToken);

        using var http = new HttpClient { BaseAddress = new Uri(bare.Urls.First()) };
        var (_, refusal) = await DiscoverAsync(http, Unknown, "1", token: null);
        var (_, discovered) = await DiscoverAsync(http, "2026-07-28", "2", token: null);

        Assert.Equal(
            [.. ProtocolVersions.WithSession, .. ProtocolVersions.WithoutSession],
            Texts(refusal["error"]!["data"]!["supported"]).Order(StringComparer.Ordinal)
        );
        Assert.Equal(ProtocolVersions.WithoutSession, Texts(discovered["result"]!["supportedVersions"]));
    }

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> DiscoverAsync(
        HttpClient http,
        string version,
        string id,
        string? token
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent(
                $$$"""
                {"jsonrpc":"2.0","id":{{{id}}},"method":"server/discover","params":{"_meta":{
                  "io.modelcontextprotocol/protocolVersion":"{{{version}}}","io.modelcontextprotocol/clientCapabilities":{} } } }
                """,
                Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("MCP-Protocol-Version", version);
        request.Headers.Add("Mcp-Method", "server/discover");
        request.Headers.Add("Accept", "application/json, text/event-stream");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var json = text.StartsWith('{') ? text : text.Split("data: ")[1];
        return (response.StatusCode, JsonNode.Parse(json)!);
    }

    private static IEnumerable<string> Texts(JsonNode? array) => array!.AsArray().Select(text => (string)text!);
}
