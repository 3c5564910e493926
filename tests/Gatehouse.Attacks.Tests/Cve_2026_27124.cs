using Gatehouse.Testing.Sites;

namespace Gatehouse.Attacks.Tests;

/// <summary>FastMCP before 3.2.0 (GHSA-rww4-4w9c-7733) did not bind the approval to the browser: an attacker approved in their own and let a victim finish in theirs.</summary>
public sealed class Cve_2026_27124
{
    [Fact]
    public async Task A_sign_in_approved_in_one_browser_cannot_be_finished_in_another()
    {
        await using var site = await Site.StartAsync();
        site.SignIn.Start = _ => ScriptedSignIn.Waiting("1");
        using var client = await SiteClient.RegisterAsync(site, "Attacker");
        using var attacker = new SiteBrowser(site);
        using var victim = new SiteBrowser(site);
        await victim.OpenAsync(client.AuthorizeUrl());
        var path = (await attacker.DecideAsync(await attacker.OpenAsync(client.AuthorizeUrl()), "approve")).Location;

        var answer = await victim.OpenAsync(path);

        Assert.Equal((403, "browser-changed"), (answer.Status, answer.Problem));
        Assert.Empty(site.SignIn.Looks);
    }

    [Fact]
    public async Task The_form_of_the_attackers_browser_is_worth_nothing_in_the_victims()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site, "Attacker");
        using var attacker = new SiteBrowser(site);
        using var victim = new SiteBrowser(site);
        await victim.OpenAsync(client.AuthorizeUrl());

        var answer = await victim.DecideAsync(await attacker.OpenAsync(client.AuthorizeUrl()), "approve");

        Assert.Equal("browser-changed", answer.Problem);
        Assert.Empty(site.SignIn.Started);
    }
}
