using Gatehouse.AspNetCore.SignIn;
using Gatehouse.Testing.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.AspNetCore.Tests.SignIn;

/// <summary>Several ways to sign in: the person chooses, or says an e-mail address.</summary>
public sealed class ChoiceTests
{
    private readonly ScriptedSignIn window = new()
    {
        Name = "window",
        EmailDomains = ["example.org"],
        Who = "wanda",
    };

    [Fact]
    public async Task The_page_offers_them_and_the_person_signs_in_at_the_chosen_one()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var path = await ApproveAsync(browser, client);

        var page = await browser.OpenAsync(path);

        Assert.Equal(
            ["The door", "The window"],
            page.Page.QuerySelectorAll("button[name=sign_in]").Select(b => b.TextContent)
        );
        Assert.Empty(site.SignIn.Started);
        var chosen = await browser.PostAsync(path, [("action", "choose"), ("sign_in", "window")]);
        Assert.NotNull((await browser.OpenAsync(chosen.Location)).Parameter("code"));
        Assert.Empty(site.SignIn.Started);
        Assert.Single(window.Started);
    }

    [Theory]
    [InlineData("wanda@example.org")]
    [InlineData("Wanda@EXAMPLE.org")]
    public async Task An_e_mail_address_finds_the_way_and_is_passed_on(string email)
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var path = await ApproveAsync(browser, client);

        await browser.PostAsync(path, [("action", "choose"), ("email", email)]);

        Assert.Equal(email, Assert.Single(window.Started).LoginHint);
    }

    [Theory]
    [InlineData("wanda@example.com")]
    [InlineData("wanda")]
    [InlineData("@example.org")]
    [InlineData("a@b@example.org")]
    [InlineData("wanda@evil.example.org")]
    public async Task An_address_of_no_known_domain_is_asked_again(string email)
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var path = await ApproveAsync(browser, client);

        var page = await browser.PostAsync(path, [("action", "choose"), ("email", email)]);

        Assert.Equal(200, page.Status);
        Assert.Contains(email, page.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(window.Started);
    }

    [Fact]
    public async Task Nothing_but_what_is_offered_can_be_chosen()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var path = await ApproveAsync(browser, client);

        var page = await browser.PostAsync(path, [("action", "choose"), ("sign_in", "roof")]);

        Assert.Equal(200, page.Status);
        Assert.NotNull(page.Page.QuerySelector("button[name=sign_in]"));
        Assert.Empty(window.Started);
    }

    [Fact]
    public async Task Who_tries_again_may_choose_another()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        window.Start = _ => ScriptedSignIn.Failed();
        var path = await ApproveAsync(browser, client);
        await browser.PostAsync(path, [("action", "choose"), ("sign_in", "window")]);

        await browser.PostAsync(path, [("action", "retry")]);
        await browser.PostAsync(path, [("action", "choose"), ("sign_in", "door")]);

        Assert.NotNull((await browser.OpenAsync(path)).Parameter("code"));
    }

    private static async Task<string> ApproveAsync(SiteBrowser browser, SiteClient client) =>
        (await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve")).Location;

    private Task<Site> StartAsync() =>
        Site.StartAsync(new SiteOptions { Services = services => services.AddSingleton<ISignIn>(window) });
}
