namespace Gatehouse.OAuth.Tests;

/// <summary>RFC 8414 §2 and decision 2: one bare origin, the same bytes everywhere.</summary>
public sealed class IssuerTests
{
    [Theory]
    [InlineData("https://mcp.example.com", "https://mcp.example.com", "mcp.example.com")]
    [InlineData("https://mcp.example.com/", "https://mcp.example.com", "mcp.example.com")]
    [InlineData("HTTPS://MCP.Example.com", "https://mcp.example.com", "mcp.example.com")]
    [InlineData("https://mcp.example.com:443", "https://mcp.example.com", "mcp.example.com")]
    [InlineData("https://mcp.example.com:8443", "https://mcp.example.com:8443", "mcp.example.com:8443")]
    [InlineData("http://127.0.0.1:8931", "http://127.0.0.1:8931", "127.0.0.1:8931")]
    [InlineData("http://localhost", "http://localhost", "localhost")]
    [InlineData("http://[::1]:8931/", "http://[::1]:8931", "[::1]:8931")]
    [InlineData("https://[2001:db8::1]", "https://[2001:db8::1]", "[2001:db8::1]")]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example", "xn--bcher-kva.example")]
    public void An_origin_is_kept_as_a_browser_writes_it(string text, string value, string authority)
    {
        var issuer = Issuer.Parse(text).Value;

        Assert.Equal(value, issuer.Value);
        Assert.Equal(authority, issuer.Authority);
        Assert.Equal(issuer, Issuer.Parse(issuer.Value).Value);
        Assert.Equal(value.StartsWith("http:", StringComparison.Ordinal), issuer.IsHttp);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mcp.example.com")]
    [InlineData("//mcp.example.com")]
    [InlineData("/mcp")]
    [InlineData("https://mcp.example.com/mcp")]
    [InlineData("https://mcp.example.com/?a")]
    [InlineData("https://mcp.example.com/#a")]
    [InlineData("https://user@mcp.example.com")]
    [InlineData("http://mcp.example.com")]
    [InlineData("http://127.0.0.1.evil.example")]
    [InlineData("http://192.168.0.1")]
    [InlineData("http://0.0.0.0:8931")]
    [InlineData("ftp://localhost")]
    [InlineData("file:///")]
    public void What_is_no_origin_or_would_send_tokens_in_clear_is_refused(string? text) =>
        Assert.NotNull(Issuer.Parse(text).Error);

    [Theory]
    [InlineData("/mcp")]
    [InlineData("/a/b-c_d.e~f")]
    [InlineData("/.well-known")]
    public void A_resource_is_an_origin_and_a_path(string path) =>
        Assert.Equal("https://mcp.example.com" + path, ResourceUri.At(Sample.Issuer, path).Value);

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("mcp")]
    [InlineData("/mcp/")]
    [InlineData("//mcp")]
    [InlineData("/a//b")]
    [InlineData("/a/../b")]
    [InlineData("/./a")]
    [InlineData("/mcp?a")]
    [InlineData("/mcp#a")]
    [InlineData("/m cp")]
    [InlineData("/m%63p")]
    [InlineData("/m\"cp")]
    [InlineData("/m\\cp")]
    [InlineData("/mcp\n")]
    [InlineData("/mçp")]
    public void A_path_that_somebody_could_read_differently_is_refused(string path) =>
        Assert.Throws<ArgumentException>(() => ResourceUri.At(Sample.Issuer, path));
}
