using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.Protection;

public sealed class ChallengeTests
{
    private const string Challenge =
        "Bearer resource_metadata=\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\", scope=\"files.read notes.read notes.write\"";

    [Theory]
    [InlineData("GET", "/mcp")]
    [InlineData("HEAD", "/mcp")]
    [InlineData("POST", "/mcp")]
    [InlineData("DELETE", "/mcp")]
    [InlineData("PUT", "/mcp")]
    [InlineData("PATCH", "/mcp")]
    [InlineData("TRACE", "/mcp")]
    [InlineData("PROPFIND", "/mcp")]
    [InlineData("get", "/mcp")]
    [InlineData("POST", "/mcp/")]
    [InlineData("POST", "/mcp?access_token=x")]
    [InlineData("POST", "/MCP")]
    [InlineData("POST", "/Mcp/")]
    [InlineData("POST", "/mcp/sub/path")]
    [InlineData("POST", "/%6Dcp")]
    [InlineData("POST", "/mcp%2Fsub")]
    [InlineData("POST", "/x/../mcp")]
    [InlineData("POST", "/x/%2e%2e/mcp")]
    [InlineData("POST", "/./mcp")]
    [InlineData("POST", "/mcp/.well-known/oauth-protected-resource")]
    public async Task Nobody_gets_through_without_a_token(string method, string target)
    {
        await using var site = await Site.StartAsync(new SiteOptions { Resource = StrictResource.Map });

        var answer = await RawAsync(site, method, target);

        Assert.DoesNotContain(StrictResource.Reached, answer, StringComparison.Ordinal);
        if (!target.Contains('%', StringComparison.Ordinal) || target.StartsWith("/%6D", StringComparison.Ordinal))
        {
            Assert.StartsWith("HTTP/1.1 401", answer, StringComparison.Ordinal);
            Assert.Contains($"WWW-Authenticate: {Challenge}", answer, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("/%2Fmcp")]
    [InlineData("/%2fmcp")]
    [InlineData("//mcp")]
    [InlineData("/mcp%00")]
    [InlineData("/mcp%20")]
    [InlineData("/mcp;v=1")]
    [InlineData("/\\mcp")]
    [InlineData("/mcp%5Csub")]
    [InlineData("/%256Dcp")]
    [InlineData("/mcp%E2%80%8B")]
    [InlineData("/ｍｃｐ")]
    public async Task No_other_spelling_of_the_path_reaches_the_resource(string target)
    {
        await using var site = await Site.StartAsync(new SiteOptions { Resource = StrictResource.Map });

        Assert.DoesNotContain(StrictResource.Reached, await RawAsync(site, "POST", target), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Accept", "text/plain")]
    [InlineData("Accept", "nonsense;;;")]
    [InlineData("MCP-Protocol-Version", "1999-01-01")]
    [InlineData("Mcp-Session-Id", "unknown")]
    [InlineData("Authorization", "Basic YWxpY2U6YWxpY2U=")]
    [InlineData("Authorization", "Bearer")]
    [InlineData("Authorization", "Bearer    ")]
    [InlineData("Content-Type", "text/html")]
    public async Task The_challenge_comes_before_any_look_at_the_request(string name, string value)
    {
        await using var site = await Site.StartAsync();

        var answer = await RawAsync(site, "POST", "/mcp", $"{name}: {value}\r\nContent-Length: 4\r\n", "junk");

        Assert.StartsWith("HTTP/1.1 401", answer, StringComparison.Ordinal);
        Assert.Contains($"WWW-Authenticate: {Challenge}", answer, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, site.Reached);
    }

    [Fact]
    public async Task A_body_that_never_comes_is_not_waited_for()
    {
        await using var site = await Site.StartAsync();

        var answer = await RawAsync(site, "POST", "/mcp", "Content-Length: 100000\r\n", "", close: false);

        Assert.StartsWith("HTTP/1.1 401", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_is_excepted_and_reaches_no_tool()
    {
        await using var site = await Site.StartAsync(new SiteOptions { Resource = StrictResource.Map });

        var answer = await RawAsync(site, "OPTIONS", "/mcp", "Access-Control-Request-Method: POST\r\n");

        Assert.DoesNotContain(StrictResource.Reached, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("401", answer.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paths_that_only_begin_like_the_resource_are_not_protected()
    {
        await using var site = await Site.StartAsync();

        Assert.StartsWith("HTTP/1.1 200", await RawAsync(site, "GET", "/mcp-other"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_token_gets_through_with_its_scopes()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        var tokens = await client.ConnectAsync(("scope", "notes.write"));

        var answer = await client.CallAsync(tokens.AccessToken);

        Assert.Equal((200, "notes.read notes.write"), (answer.Status, answer.Body));
        Assert.Equal("notes.read notes.write", tokens.Granted);
    }

    [Fact]
    public async Task The_scheme_is_read_without_case()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        var tokens = await client.ConnectAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/mcp");
        request.Headers.Authorization = new AuthenticationHeaderValue("bearer", tokens.AccessToken);

        Assert.Equal(200, (await SiteAnswer.OfAsync(client.Http, request)).Status);
    }

    internal static async Task<string> RawAsync(
        Site site,
        string method,
        string target,
        string headers = "",
        string body = "",
        bool close = true,
        string host = "mcp.example.com"
    )
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", site.Port, TestContext.Current.CancellationToken);
        var stream = socket.GetStream();
        var connection = close ? "Connection: close\r\n" : "";
        var request = Encoding.UTF8.GetBytes(
            $"{method} {target} HTTP/1.1\r\nHost: {host}\r\n{connection}{headers}\r\n{body}"
        );
        await stream.WriteAsync(request, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        if (close)
        {
            return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }

        return await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
    }
}
