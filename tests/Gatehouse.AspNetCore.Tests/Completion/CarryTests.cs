using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.Completion;

/// <summary>The client runs on another machine, where a redirect of the person's browser does not get.</summary>
public sealed class CarryTests : IAsyncLifetime
{
    private const string Cookie = "__Host-gatehouse-answered";

    private Site site = null!;
    private SiteClient client = null!;
    private SiteBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        client = await SiteClient.RegisterAsync(site);
        browser = new SiteBrowser(site);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        client.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_person_who_says_so_gets_a_command_in_place_of_the_redirect()
    {
        var page = await browser.OpenAsync(await ElsewhereAsync());

        Assert.Equal((200, "You are signed in", "no-store"), (page.Status, page.Heading, page.Header("Cache-Control")));
        var command = Command(page);
        Assert.StartsWith(
            $"curl '{SiteClient.Redirect}?state=af0ifjsldkj&iss=https%3A%2F%2Fmcp.example.com&code=",
            command,
            StringComparison.Ordinal
        );
        Assert.Equal($"curl '{page.Page.GetElementById("address")!.TextContent}'", command);
        Assert.Equal(200, (await client.RedeemAsync(Code(command))).Status);
    }

    [Fact]
    public async Task A_hostile_state_stays_inside_its_quotes()
    {
        var consent = await browser.OpenAsync(client.AuthorizeUrl(("state", "';id;'`id`$(id)\n")));
        var step = await browser.PostAsync(
            "/consent",
            [.. SiteBrowser.Fields(consent), ("elsewhere", "yes"), ("action", "approve")]
        );

        var command = Command(await browser.OpenAsync(step.Location));

        Assert.Contains("state=%27%3Bid%3B%27%60id%60%24%28id%29%0A&iss=", command, StringComparison.Ordinal);
        Assert.Equal(2, command.Count(c => c == '\''));
    }

    [Fact]
    public async Task Coming_back_after_the_redirect_shows_the_command_and_the_way_on()
    {
        var path = await ApproveAsync();
        Assert.Equal(302, (await browser.OpenAsync(path)).Status);
        site.Time.Advance(TimeSpan.FromSeconds(5));

        var page = await browser.OpenAsync(path);

        Assert.Equal(200, page.Status);
        Assert.Equal(
            page.Page.GetElementById("address")!.TextContent,
            page.Page.QuerySelector("p.soft a")!.GetAttribute("href")
        );
        Assert.Equal(200, (await client.RedeemAsync(Code(Command(page)))).Status);
    }

    [Fact]
    public async Task Two_tabs_that_wait_for_one_sign_in_both_go_to_the_client()
    {
        var path = await ApproveAsync();
        var first = await browser.OpenAsync(path);

        var second = await browser.OpenAsync(path);

        Assert.Equal((302, first.Location), (second.Status, second.Location));
    }

    [Fact]
    public async Task Starting_again_leads_to_the_command_too()
    {
        var path = await ApproveAsync();
        Assert.Null(Link(await browser.OpenAsync(client.AuthorizeUrl())));
        await browser.OpenAsync(path);

        var link = Link(await browser.OpenAsync(client.AuthorizeUrl()))!;
        Assert.StartsWith(path, link, StringComparison.Ordinal);
        Assert.NotNull(Command(await browser.OpenAsync(link)));
    }

    [Fact]
    public async Task A_redeemed_code_is_shown_no_more()
    {
        var path = await ElsewhereAsync();
        await client.RedeemAsync(Code(Command(await browser.OpenAsync(path))));

        var page = await browser.OpenAsync(path);

        Assert.Equal((410, "sign-in-used"), (page.Status, page.Problem));
        Assert.DoesNotContain("code=", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_code_is_shown_no_more()
    {
        var path = await ElsewhereAsync();
        await browser.OpenAsync(path);
        site.Time.Advance(TimeSpan.FromMinutes(5.1));

        Assert.Equal("sign-in-expired", (await browser.OpenAsync(path)).Problem);
    }

    [Fact]
    public async Task Another_browser_does_not_see_it()
    {
        var path = await ElsewhereAsync();
        using var other = new SiteBrowser(site);
        await other.OpenAsync(client.AuthorizeUrl());
        other.Cookies[Cookie] = path["/signin/".Length..];

        var page = await other.OpenAsync(path);

        Assert.Equal((403, "browser-changed"), (page.Status, page.Problem));
        Assert.DoesNotContain("code=", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_gets_its_answer_by_redirect_whatever_the_form_says()
    {
        const string web = "https://claude.ai/api/mcp/auth_callback";
        using var claude = await SiteClient.RegisterAsync(site, "Claude", web);
        var consent = await browser.OpenAsync(claude.AuthorizeUrl(("redirect_uri", web)));
        Assert.Empty(consent.Page.QuerySelectorAll("input[name=elsewhere]"));

        var step = await browser.PostAsync(
            "/consent",
            [.. SiteBrowser.Fields(consent), ("elsewhere", "yes"), ("action", "approve")]
        );
        foreach (var _ in new[] { 1, 2 })
        {
            Assert.StartsWith(web, (await browser.OpenAsync(step.Location)).Location, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_refusal_goes_to_the_client_by_redirect()
    {
        site.SignIn.Start = _ => ScriptedSignIn.Waiting("first");
        var path = await ElsewhereAsync();
        await browser.PostAsync(path, [("action", "cancel")]);

        Assert.Equal("access_denied", (await browser.OpenAsync(path)).Parameter("error"));
    }

    private static string Command(SiteAnswer page) => page.Page.GetElementById("command")!.TextContent;

    private static string Code(string command) => command[(command.LastIndexOf('=') + 1)..^1];

    private static string? Link(SiteAnswer consent) => consent.Page.QuerySelector("p.warning a")?.GetAttribute("href");

    private async Task<string> ApproveAsync() =>
        (await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve")).Location;

    private async Task<string> ElsewhereAsync()
    {
        var consent = await browser.OpenAsync(client.AuthorizeUrl());
        Assert.Single(consent.Page.QuerySelectorAll("input[name=elsewhere]"));
        var form = SiteBrowser.Fields(consent);
        return (await browser.PostAsync("/consent", [.. form, ("elsewhere", "yes"), ("action", "approve")])).Location;
    }
}
