using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>workers-oauth-provider took the redirect address back from the page when the person had decided: a tampered form sent the answer anywhere.</summary>
public sealed class Workers_oauth_provider_92
{
    [Theory]
    [InlineData("approve")]
    [InlineData("deny")]
    public async Task What_the_form_says_beside_its_seal_decides_nothing(string action)
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var fields = SiteBrowser.Fields(await browser.OpenAsync(client.AuthorizeUrl()));

        var answer = await browser.PostAsync(
            "/consent?redirect_uri=https://evil.example/",
            [.. fields, ("action", action), ("redirect_uri", "https://evil.example/"), ("client_id", "evil")]
        );
        var end = action == "approve" ? await browser.OpenAsync(answer.Location) : answer;

        Assert.StartsWith(SiteClient.Redirect + "?", end.Location, StringComparison.Ordinal);
    }
}
