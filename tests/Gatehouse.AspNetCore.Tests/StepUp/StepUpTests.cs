using System.Text;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.StepUp;
using Gatehouse.OAuth;
using Gatehouse.Testing.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.AspNetCore.Tests.StepUp;

/// <summary>A call that needs more than was granted, from a client that finishes a step-up and from all others.</summary>
public sealed class StepUpTests : IAsyncLifetime
{
    private const string VsCode = "Visual Studio Code";

    private Site site = null!;

    public async ValueTask InitializeAsync() =>
        site = await Site.StartAsync(
            new SiteOptions
            {
                Gatehouse = options => options.StepUpClients.Add("Our Agent"),
                Services = services =>
                {
                    services.AddMcpServer().WithGatehouseTransport();
                    services.AddSingleton<RequiredScope>(
                        (method, name) =>
                            (method, name) switch
                            {
                                ("tools/call", "write") => [Scope.Of("notes.write")],
                                ("tools/call", "read") => [Scope.Of("notes.read")],
                                ("prompts/get", "write") => [Scope.Of("notes.write")],
                                ("resources/read", "note://1") => [Scope.Of("notes.write")],
                                _ => [],
                            }
                    );
                },
                Resource = app => app.MapGatehouseMcp(),
            }
        );

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("tools/call", "name", "write")]
    [InlineData("prompts/get", "name", "write")]
    [InlineData("resources/read", "uri", "note://1")]
    public async Task A_known_client_is_told_all_it_needs_by_403(string method, string member, string name)
    {
        using var client = await SiteClient.RegisterAsync(site, VsCode);
        var token = (await client.ConnectAsync(("scope", "files.read"))).AccessToken;

        var answer = await CallAsync(client, token, Body(method, member, name));

        Assert.Equal((403, "insufficient_scope"), (answer.Status, answer.Error));
        Assert.Equal(
            "Bearer error=\"insufficient_scope\", error_description=\"The person did not grant notes.write. Sign in again to ask for it.\", resource_metadata=\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\", scope=\"files.read notes.read notes.write\"",
            answer.Header("WWW-Authenticate")
        );
    }

    [Fact]
    public async Task A_client_the_operator_names_is_told_too()
    {
        using var client = await SiteClient.RegisterAsync(site, "Our Agent");
        var token = (await client.ConnectAsync(("scope", "files.read"))).AccessToken;

        Assert.Equal(403, (await CallAsync(client, token, Body("tools/call", "name", "write"))).Status);
    }

    [Theory]
    [InlineData("Test Client")]
    [InlineData("Our Agent 2")]
    [InlineData("visual studio code")]
    public async Task All_others_get_the_answer_of_the_tool(string name)
    {
        using var client = await SiteClient.RegisterAsync(site, name);
        var token = (await client.ConnectAsync(("scope", "files.read"))).AccessToken;

        Assert.NotEqual(403, (await CallAsync(client, token, Body("tools/call", "name", "write"))).Status);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"read"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"unknown"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"uri":"write"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":["write"]}""")]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"write"}}]""")]
    [InlineData("""{"method":5,"params":{"name":"write"}}""")]
    [InlineData("not json")]
    [InlineData("")]
    public async Task What_is_granted_or_unreadable_goes_on_to_the_transport(string body)
    {
        using var client = await SiteClient.RegisterAsync(site, VsCode);
        var token = (await client.ConnectAsync(("scope", "notes.read"))).AccessToken;

        Assert.NotEqual(403, (await CallAsync(client, token, body)).Status);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_name()
    {
        var body = """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"\ud83d"}}""";

        Assert.Null(McpCall.Parse(Encoding.UTF8.GetBytes(body)));
    }

    [Fact]
    public async Task A_body_that_was_looked_at_reaches_the_transport_whole()
    {
        using var client = await SiteClient.RegisterAsync(site, VsCode);
        var token = (await client.ConnectAsync(("scope", "notes.read"))).AccessToken;

        var answer = await CallAsync(
            client,
            token,
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"name":"read","protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}"""
        );

        Assert.Equal(200, answer.Status);
        Assert.Contains("serverInfo", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_body_is_left_to_the_transport()
    {
        using var client = await SiteClient.RegisterAsync(site, VsCode);
        var token = (await client.ConnectAsync(("scope", "files.read"))).AccessToken;
        var body =
            Body("tools/call", "name", "write")[..^2] + $",\"arguments\":{{\"a\":\"{new string('x', 70_000)}\"}}}}}}";

        Assert.NotEqual(403, (await CallAsync(client, token, body)).Status);
    }

    [Fact]
    public async Task Signing_in_again_joins_the_connection_and_the_call_goes_through()
    {
        using var client = await SiteClient.RegisterAsync(site, VsCode);
        var first = await client.ConnectAsync(("scope", "files.read"));
        await CallAsync(client, first.AccessToken, Body("tools/call", "name", "write"));

        var second = await client.ConnectAsync(("scope", "files.read notes.read notes.write"));

        Assert.Equal("files.read notes.read notes.write", second.Granted);
        Assert.NotEqual(403, (await CallAsync(client, second.AccessToken, Body("tools/call", "name", "write"))).Status);
        Assert.NotEqual(401, (await CallAsync(client, first.AccessToken, Body("tools/call", "name", "read"))).Status);
        Assert.Single(
            await site
                .Services.GetRequiredService<IConnectionStore>()
                .ListAsync(PersonKey(), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_person_who_said_no_is_not_asked_again_at_every_call()
    {
        using var client = await SiteClient.RegisterAsync(site, VsCode);
        var token = (await client.ConnectAsync(("scope", "files.read"))).AccessToken;
        Assert.Equal(403, (await CallAsync(client, token, Body("tools/call", "name", "write"))).Status);

        // Signed in again, and switched it off on the consent page.
        token = (await client.ConnectAsync(("scope", "files.read"))).AccessToken;
        Assert.NotEqual(403, (await CallAsync(client, token, Body("tools/call", "name", "write"))).Status);

        site.Time.Advance(TimeSpan.FromMinutes(61));
        token = (await client.ConnectAsync(("scope", "files.read"))).AccessToken;
        Assert.Equal(403, (await CallAsync(client, token, Body("tools/call", "name", "write"))).Status);
    }

    private static string PersonKey() => new Person("https://door.example.com", "alice", "alice").Key;

    private static string Body(string method, string member, string name) =>
        $$$"""{"jsonrpc":"2.0","id":1,"method":"{{{method}}}","params":{"{{{member}}}":"{{{name}}}"}}""";

    private static async Task<SiteAnswer> CallAsync(SiteClient client, string token, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        return await SiteAnswer.OfAsync(client.Http, request);
    }
}
