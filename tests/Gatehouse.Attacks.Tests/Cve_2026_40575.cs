using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>oauth2-proxy 7.5.0 to 7.15.1 believed <c>X-Forwarded-Uri</c> when it looked whether a path needs no sign-in.</summary>
public sealed class Cve_2026_40575
{
    [Theory]
    [InlineData("X-Forwarded-Uri")]
    [InlineData("X-Original-Url")]
    [InlineData("X-Original-Uri")]
    [InlineData("X-Rewrite-Url")]
    [InlineData("X-Forwarded-Prefix")]
    [InlineData("X-Forwarded-Path")]
    [InlineData("X-Http-Method-Override")]
    public async Task Only_the_request_line_says_what_is_asked_for(string header)
    {
        await using var site = await Site.StartAsync();
        using var browser = new SiteBrowser(site);

        foreach (var value in new[] { "/health/live", "/.well-known/jwks.json", "OPTIONS" })
        {
            Assert.Equal(401, (await browser.OpenAsync("/mcp", (header, value))).Status);
        }

        Assert.Equal(0, site.Reached);
    }
}
