using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>FastMCP remembered consent for a client known by its metadata document: whoever showed the same document got a code without a word to the person.</summary>
public sealed class Ghsa_6x8h_498w_gv8c
{
    [Fact]
    public async Task Consent_is_asked_again_for_the_same_client_in_the_same_browser()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        for (var time = 0; time < 3; time++)
        {
            var page = await browser.OpenAsync(client.AuthorizeUrl());
            Assert.Equal("A client that calls itself Test Client wants to use the test server for you", page.Heading);
            Assert.NotNull((await browser.ApproveAsync(page)).Parameter("code"));
        }
    }
}
