using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>Kuadrant mcp-gateway trusted a request that carried its router key, whose default was <c>secret-api-key</c>: the JWT was not looked at.</summary>
public sealed class Ghsa_g53w_w6mj_hrpp
{
    [Theory]
    [InlineData("router-key", "secret-api-key")]
    [InlineData("X-Api-Key", "secret-api-key")]
    [InlineData("X-Mcp-Internal", "true")]
    [InlineData("X-Mcp-Authorized", "true")]
    [InlineData("Authorization", "Bearer secret-api-key")]
    [InlineData("X-Original-Authorization", "Bearer x")]
    public async Task No_header_takes_the_place_of_a_token(string name, string value)
    {
        await using var site = await Site.StartAsync();
        using var browser = new SiteBrowser(site);

        Assert.Equal(401, (await browser.OpenAsync("/mcp", (name, value))).Status);
        Assert.Equal(0, site.Reached);
    }
}
