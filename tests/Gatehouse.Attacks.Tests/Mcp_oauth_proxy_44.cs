using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>obot mcp-oauth-proxy revoked the refresh token it had just issued in place of the one that was used: everybody signed in anew every hour.</summary>
public sealed class Mcp_oauth_proxy_44
{
    [Fact]
    public async Task A_client_refreshes_every_hour_for_a_week_without_signing_in()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        var tokens = await client.ConnectAsync();

        for (var hour = 0; hour < 7 * 24; hour++)
        {
            site.Time.Advance(TimeSpan.FromHours(1));
            tokens = await client.RefreshAsync(tokens.RefreshToken);
            Assert.Equal(200, (await client.CallAsync(tokens.AccessToken)).Status);
        }

        Assert.Single(site.SignIn.Started);
    }
}
