using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>workers-oauth-provider before 0.0.5 looked at <c>redirect_uri</c> when the code was redeemed and not when it was sent: the code had long gone to the attacker.</summary>
public sealed class Cve_2025_4143
{
    [Theory]
    [InlineData("https://evil.example/callback")]
    [InlineData("http://127.0.0.1:33418/other")]
    [InlineData("http://127.0.0.1:33418/callback/../evil")]
    [InlineData("http://127.0.0.1:33418@evil.example/callback")]
    [InlineData("http://127.0.0.1.evil.example/callback")]
    public async Task An_address_the_client_did_not_register_ends_on_a_page(string redirect)
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);

        var answer = await browser.OpenAsync(client.AuthorizeUrl(("redirect_uri", redirect)));

        Assert.Equal((400, "redirect-refused"), (answer.Status, answer.Problem));
        Assert.Null(answer.Header("Location"));
        Assert.Empty(answer.Page.QuerySelectorAll("a, form, meta[http-equiv]"));
    }
}
