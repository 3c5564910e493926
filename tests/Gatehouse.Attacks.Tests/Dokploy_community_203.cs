using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>better-auth's <c>/mcp/get-session</c> handed the refresh token to whoever held an access token.</summary>
public sealed class Dokploy_community_203
{
    [Fact]
    public async Task An_access_token_gives_no_other_token()
    {
        await using var site = await Site.StartAsync(new SiteOptions { Resource = _ => { } });
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var tokens = await client.ConnectAsync();

        Assert.Equal("invalid_grant", (await client.RefreshAsync(tokens.AccessToken)).Error);
        foreach (var path in new[] { "/mcp/get-session", "/session", "/userinfo", "/introspect", "/token" })
        {
            var answer = await browser.OpenAsync(path, ("Authorization", $"Bearer {tokens.AccessToken}"));

            Assert.Contains(answer.Status, new[] { 404, 405 });
            Assert.DoesNotContain(tokens.RefreshToken, answer.Body, StringComparison.Ordinal);
        }
    }
}
