using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.Protection;

public sealed class HostAndOriginTests
{
    [Theory]
    [InlineData("evil.example", "/mcp")]
    [InlineData("evil.example", "/authorize")]
    [InlineData("evil.example", "/token")]
    [InlineData("evil.example", "/.well-known/oauth-protected-resource/mcp")]
    [InlineData("127.0.0.1", "/mcp")]
    [InlineData("mcp.example.com:8080", "/mcp")]
    [InlineData("mcp.example.com.evil.example", "/mcp")]
    [InlineData("", "/mcp")]
    public async Task Another_host_hears_the_right_address_and_nothing_else(string host, string path)
    {
        await using var site = await Site.StartAsync();

        var answer = await ChallengeTests.RawAsync(
            site,
            "GET",
            path,
            "X-Forwarded-Host: mcp.example.com\r\nForwarded: host=mcp.example.com\r\n",
            host: host
        );

        Assert.StartsWith("HTTP/1.1 421", answer, StringComparison.Ordinal);
        Assert.Contains("https://mcp.example.com/mcp", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("WWW-Authenticate", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("mcp.example.com")]
    [InlineData("MCP.Example.COM")]
    [InlineData("mcp.example.com:443")]
    public async Task The_right_host_may_be_written_as_the_rfc_allows(string host)
    {
        await using var site = await Site.StartAsync();

        var answer = await ChallengeTests.RawAsync(site, "GET", "/.well-known/jwks.json", host: host);

        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_at_another_host_gets_a_link()
    {
        await using var site = await Site.StartAsync();

        var answer = await ChallengeTests.RawAsync(site, "GET", "/", "Accept: text/html\r\n", host: "10.0.0.1");

        Assert.Contains("<a href=\"https://mcp.example.com\">", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_checks_come_by_any_name()
    {
        await using var site = await Site.StartAsync();

        Assert.StartsWith(
            "HTTP/1.1 200",
            await ChallengeTests.RawAsync(site, "GET", "/health/live", host: "10.1.2.3"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "HTTP/1.1 421",
            await ChallengeTests.RawAsync(site, "GET", "/healthy", host: "10.1.2.3"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "HTTP/1.1 421",
            await ChallengeTests.RawAsync(site, "GET", "/health/../mcp", host: "10.1.2.3"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://mcp.example.com")]
    [InlineData("https://mcp.example.com.evil.example")]
    [InlineData("https://mcp.example.com, https://evil.example")]
    [InlineData("null")]
    public async Task A_page_of_another_origin_is_refused_before_the_challenge_and_with_a_token(string origin)
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        var token = (await client.ConnectAsync()).AccessToken;

        foreach (var authorization in new[] { "", $"Authorization: Bearer {token}\r\n" })
        {
            var answer = await ChallengeTests.RawAsync(site, "POST", "/mcp", $"Origin: {origin}\r\n{authorization}");

            Assert.StartsWith("HTTP/1.1 403", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("WWW-Authenticate", answer, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(0, site.Reached);
    }

    [Theory]
    [InlineData("https://mcp.example.com")]
    [InlineData("https://inspector.example.com")]
    public async Task Our_own_origin_and_the_configured_ones_are_challenged_as_everybody(string origin)
    {
        await using var site = await Site.StartAsync(
            new SiteOptions { Gatehouse = options => options.AllowedOrigins.Add("https://inspector.example.com") }
        );

        var answer = await ChallengeTests.RawAsync(site, "POST", "/mcp", $"Origin: {origin}\r\n");

        Assert.StartsWith("HTTP/1.1 401", answer, StringComparison.Ordinal);
    }
}
