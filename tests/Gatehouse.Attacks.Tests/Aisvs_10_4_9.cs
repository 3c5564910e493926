using Gatehouse.Testing.Sites;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Gatehouse.Attacks.Tests;

/// <summary>OWASP AISVS 10.4.9: behind one shared identity at the provider, one MCP client must not inherit what another one was allowed.</summary>
public sealed class Aisvs_10_4_9
{
    [Fact]
    public async Task What_one_client_was_allowed_helps_no_other_client_of_the_same_person()
    {
        await using var site = await Site.StartAsync();
        using var trusted = await SiteClient.RegisterAsync(site, "Trusted");
        using var other = await SiteClient.RegisterAsync(site, "Other");
        using var browser = new SiteBrowser(site);
        var allowed = await trusted.ConnectAsync();

        var page = await browser.OpenAsync(other.AuthorizeUrl(("scope", "notes.read")));
        Assert.Equal("A client that calls itself Other wants to use the test server for you", page.Heading);
        var tokens = await other.RedeemAsync((await browser.ApproveAsync(page)).Parameter("code")!);

        Assert.Equal("notes.read", (await other.CallAsync(tokens.AccessToken)).Body);
        Assert.Equal(
            "notes.read",
            (await other.RefreshAsync(tokens.RefreshToken, ("scope", "notes.write files.read"))).Granted
        );
        Assert.Equal("invalid_grant", (await other.RefreshAsync(allowed.RefreshToken)).Error);
        Assert.NotEqual(
            new JsonWebToken(allowed.AccessToken).GetClaim("sid").Value,
            new JsonWebToken(tokens.AccessToken).GetClaim("sid").Value
        );
    }
}
