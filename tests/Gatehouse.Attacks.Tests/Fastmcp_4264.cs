using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>FastMCP gave a rotated refresh token no grace: claude.ai refreshes from two addresses at once, and the slower one lost the session.</summary>
public sealed class Fastmcp_4264
{
    [Fact]
    public async Task Two_that_refresh_at_once_both_go_on()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        var first = await client.ConnectAsync();

        var both = await Task.WhenAll(client.RefreshAsync(first.RefreshToken), client.RefreshAsync(first.RefreshToken));

        foreach (var tokens in both)
        {
            Assert.Equal(200, (await client.CallAsync(tokens.AccessToken)).Status);
            Assert.Equal(200, (await client.RefreshAsync(tokens.RefreshToken)).Status);
        }
    }
}
