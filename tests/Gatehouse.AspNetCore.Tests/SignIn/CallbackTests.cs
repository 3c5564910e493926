using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.Testing.Sites;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.AspNetCore.Tests.SignIn;

/// <summary>The browser is taken to a provider and comes back: once, in the same browser, from the same provider.</summary>
public sealed class CallbackTests
{
    [Fact]
    public async Task The_browser_goes_there_and_comes_back_to_the_client()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var away = await LeaveAsync(browser, client);

        var back = await browser.OpenAsync($"/callback/door?{Query(away)}&code=upstream");

        Assert.Equal((303, away.Path), (back.Status, back.Location));
        var code = (await browser.OpenAsync(back.Location)).Parameter("code");
        Assert.Equal(200, (await client.RedeemAsync(code!)).Status);
        var request = Assert.Single(site.SignIn.Started);
        Assert.Equal("https://mcp.example.com/callback/door", request.CallbackUrl);
        Assert.Equal("upstream", Assert.Single(site.SignIn.Answers).Parameters["code"]);
    }

    [Fact]
    public async Task Who_comes_back_to_the_page_without_an_answer_is_taken_there_again()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var away = await LeaveAsync(browser, client);

        var again = await browser.OpenAsync(away.Path);

        Assert.Equal((303, away.Link), (again.Status, again.Location));
    }

    [Fact]
    public async Task An_answer_is_taken_once()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var away = await LeaveAsync(browser, client);
        await browser.OpenAsync($"/callback/door?{Query(away)}&code=upstream");

        var repeated = await browser.OpenAsync($"/callback/door?{Query(away)}&code=upstream");

        Assert.Equal((303, away.Path), (repeated.Status, repeated.Location));
        Assert.Single(site.SignIn.Answers);
    }

    [Fact]
    public async Task Another_browser_cannot_bring_the_answer()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        using var other = new SiteBrowser(site);
        var away = await LeaveAsync(browser, client);

        var refused = await other.OpenAsync($"/callback/door?{Query(away)}&code=upstream");

        Assert.Equal((403, "browser-changed"), (refused.Status, refused.Problem));
        Assert.Empty(site.SignIn.Answers);
    }

    [Fact]
    public async Task An_answer_at_the_address_of_another_provider_is_refused()
    {
        var second = new ScriptedSignIn { Name = "window" };
        await using var site = await StartAsync(second);
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var path = (await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve")).Location;
        await browser.PostAsync(path, [("action", "choose"), ("sign_in", "door")]);
        var away = (Path: path, Link: (await browser.OpenAsync(path)).Location);

        var refused = await browser.OpenAsync($"/callback/window?{Query(away)}&code=upstream");

        Assert.Equal((400, "answer-foreign"), (refused.Status, refused.Problem));
        Assert.Empty(site.SignIn.Answers);
        Assert.Empty(second.Answers);
        Assert.Equal(303, (await browser.OpenAsync($"/callback/door?{Query(away)}&code=upstream")).Status);
        Assert.Single(site.SignIn.Answers);
    }

    [Theory]
    [InlineData("")]
    [InlineData("state=")]
    [InlineData("state=nonsense")]
    public async Task A_state_that_names_no_sign_in_gets_a_page(string query)
    {
        await using var site = await StartAsync();
        using var browser = new SiteBrowser(site);

        var refused = await browser.OpenAsync($"/callback/door?{query}");

        Assert.Equal((400, "answer-foreign"), (refused.Status, refused.Problem));
    }

    [Theory]
    [InlineData("&code=upstream&code=another")]
    [InlineData("&code=upstream&state=another")]
    public async Task A_repeated_parameter_is_refused_and_takes_nothing(string rest)
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var away = await LeaveAsync(browser, client);

        var refused = await browser.OpenAsync($"/callback/door?{Query(away)}{rest}");

        Assert.Equal((400, "answer-foreign"), (refused.Status, refused.Problem));
        Assert.Empty(site.SignIn.Answers);
    }

    [Fact]
    public async Task A_provider_that_says_no_gets_a_page_that_goes_on()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var away = await LeaveAsync(browser, client);
        site.SignIn.Return = _ => new SignInStep.Failed(
            new Problem("door-closed", "The door is closed", "Nobody answers.", "Knock later.")
        );
        var back = await browser.OpenAsync($"/callback/door?{Query(away)}&error=access_denied");
        var page = await browser.OpenAsync(back.Location);

        Assert.Equal((200, "door-closed"), (page.Status, page.Problem));
        site.SignIn.Return = null;
        await browser.PostAsync(away.Path, [("action", "retry")]);
        var anew = (away.Path, Link: (await browser.OpenAsync(away.Path)).Location);
        Assert.NotEqual(away.Link, anew.Link);
        await browser.OpenAsync($"/callback/door?{Query(anew)}&code=upstream");
        Assert.NotNull((await browser.OpenAsync(away.Path)).Parameter("code"));
    }

    private static string Query((string Path, string Link) away) =>
        $"state={QueryHelpers.ParseQuery(new Uri(away.Link).Query)["state"]}";

    private static async Task<(string Path, string Link)> LeaveAsync(SiteBrowser browser, SiteClient client)
    {
        var path = (await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve")).Location;
        return (path, (await browser.OpenAsync(path)).Location);
    }

    private static async Task<Site> StartAsync(params ScriptedSignIn[] others)
    {
        var site = await Site.StartAsync(
            new SiteOptions
            {
                Services = services =>
                {
                    foreach (var other in others)
                    {
                        services.AddSingleton<ISignIn>(other);
                    }
                },
            }
        );
        site.SignIn.TakeAway();
        return site;
    }
}
