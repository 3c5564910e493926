using Gatehouse.Testing.Sites;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Gatehouse.Attacks.Tests;

/// <summary>FastMCP before 2.14.2 ignored <c>resource</c>: a token asked for one server was good for every server behind the same base URL.</summary>
public sealed class Cve_2025_69196
{
    [Theory]
    [InlineData("https://mcp.example.com/other")]
    [InlineData("https://mcp.example.com/mcp/other")]
    [InlineData("https://evil.example/mcp")]
    public async Task A_token_for_another_resource_is_not_issued(string resource)
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);

        var asked = await browser.OpenAsync(client.AuthorizeUrl(("resource", resource)));
        var redeemed = await client.RedeemAsync(await client.SignInAsync(), ("resource", resource));

        Assert.Equal("invalid_target", asked.Parameter("error"));
        Assert.Equal("invalid_target", redeemed.Error);
    }

    [Fact]
    public async Task The_audience_is_the_resource_and_not_the_origin()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);

        var tokens = await client.ConnectAsync(("resource", null));

        Assert.Equal(["https://mcp.example.com/mcp"], new JsonWebToken(tokens.AccessToken).Audiences);
    }
}
