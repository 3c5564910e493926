using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>FastMCP after the fix of CVE-2026-27124: the consent form itself could be posted by a page of another site in the victim's browser.</summary>
public sealed class Fastmcp_3519
{
    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_of_another_site_cannot_approve(string header, string value)
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site, "Attacker");
        using var victim = new SiteBrowser(site);
        var fields = SiteBrowser.Fields(await victim.OpenAsync(client.AuthorizeUrl()));

        var answer = await victim.PostAsync("/consent", [.. fields, ("action", "approve")], (header, value));

        Assert.Equal("form-foreign", answer.Problem);
        Assert.Empty(site.SignIn.Started);
    }
}
