using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>FastMCP's callback page wrote <c>error_description</c> into its HTML as it came.</summary>
public sealed class Fastmcp_callback_xss
{
    [Theory]
    [InlineData("redirect_uri")]
    [InlineData("client_id")]
    [InlineData("state")]
    [InlineData("scope")]
    [InlineData("response_type")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Nothing_of_a_request_becomes_markup_of_a_page(string parameter)
    {
        const string attack = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);

        var answer = await browser.OpenAsync(
            $"{client.AuthorizeUrl()}&{Uri.EscapeDataString(parameter)}={Uri.EscapeDataString(attack)}&{Uri.EscapeDataString(parameter)}=2"
        );

        Assert.Empty(answer.Page.QuerySelectorAll("script, img"));
    }
}
