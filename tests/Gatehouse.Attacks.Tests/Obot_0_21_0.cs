using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>Obot 0.21.0 checked who may use a server on its pages and not at <c>/mcp-connect/{id}</c>, where the calls go.</summary>
public sealed class Obot_0_21_0
{
    [Theory]
    [InlineData("/mcp")]
    [InlineData("/mcp/")]
    [InlineData("/mcp/sse")]
    [InlineData("/mcp/message")]
    [InlineData("/MCP/connect/1")]
    public async Task Every_address_of_the_data_path_asks_for_the_token_itself(string path)
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        await client.ConnectAsync();

        Assert.Equal(401, (await browser.OpenAsync(path)).Status);
        Assert.Equal(401, (await browser.PostAsync(path, [])).Status);
        Assert.Equal(0, site.Reached);
    }
}
