using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>workers-oauth-provider 0.8.2: a request with <c>code_challenge_method=S256</c> and no challenge gave a code that anybody could redeem without a verifier.</summary>
public sealed class Hevy_mcp_682
{
    [Theory]
    [InlineData("code_challenge", null)]
    [InlineData("code_challenge", "")]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("code_challenge_method", null)]
    [InlineData("code_challenge_method", "s256")]
    public async Task There_is_no_code_without_a_challenge_of_s256(string name, string? value)
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);

        Assert.Equal(
            "invalid_request",
            (await browser.OpenAsync(client.AuthorizeUrl((name, value)))).Parameter("error")
        );
    }

    [Fact]
    public async Task A_code_is_worth_nothing_without_its_verifier()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        var code = await client.SignInAsync();

        Assert.NotEqual(200, (await client.RedeemAsync(code, ("code_verifier", null))).Status);
        Assert.NotEqual(200, (await client.RedeemAsync(code, ("code_verifier", ""))).Status);
    }
}
