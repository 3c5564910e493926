using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.SignIn;

/// <summary>Anybody can begin sign-ins: how many, and what the one too many sees.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task One_sign_in_too_many_gets_a_page_and_its_form_can_be_sent_again()
    {
        await using var site = await StartAsync(options => options.MaximumOpenSignIns = 1);
        using var client = await SiteClient.RegisterAsync(site);
        using var first = new SiteBrowser(site);
        using var second = new SiteBrowser(site);
        var path = (await first.DecideAsync(await first.OpenAsync(client.AuthorizeUrl()), "approve")).Location;
        var consent = await second.OpenAsync(client.AuthorizeUrl(("scope", "notes.read")));

        var refused = await second.DecideAsync(consent, "approve");

        Assert.Equal((503, "sign-in-crowded", "60"), (refused.Status, refused.Problem, refused.Header("Retry-After")));
        Assert.Single(site.SignIn.Started);
        await first.PostAsync(path, [("action", "cancel")]);
        site.SignIn.Start = null;
        var again = await second.DecideAsync(refused, "retry");
        Assert.Equal(303, again.Status);
        var code = (await second.OpenAsync(again.Location)).Parameter("code");
        Assert.Equal("notes.read", (await client.RedeemAsync(code!)).Granted);
    }

    [Fact]
    public async Task A_crowd_can_be_left_by_cancel()
    {
        await using var site = await StartAsync(options => options.MaximumOpenSignIns = 1);
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve");
        var refused = await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve");

        Assert.Equal("access_denied", (await browser.DecideAsync(refused, "cancel")).Parameter("error"));
    }

    [Fact]
    public async Task One_browser_cannot_take_all_the_room()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        for (var number = 0; number < 20; number++)
        {
            await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve");
        }

        var refused = await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve");

        Assert.Equal((503, "sign-in-many"), (refused.Status, refused.Problem));
        using var other = new SiteBrowser(site);
        Assert.Equal(303, (await other.DecideAsync(await other.OpenAsync(client.AuthorizeUrl()), "approve")).Status);
    }

    [Fact]
    public async Task More_starts_than_go_at_once_wait_and_the_rest_is_asked_to_try_again()
    {
        await using var site = await StartAsync(options => options.MaximumConcurrentStarts = 1);
        using var client = await SiteClient.RegisterAsync(site);
        var upstream = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        site.SignIn.Before = () => upstream.Task;
        var browsers = Enumerable.Range(0, 8).Select(_ => new SiteBrowser(site)).ToList();
        var forms = await Task.WhenAll(browsers.Select(browser => browser.OpenAsync(client.AuthorizeUrl())));

        // One begins, four wait, three are told at once.
        var pressed = browsers.Zip(forms, (browser, form) => browser.DecideAsync(form, "approve")).ToList();
        var told = new List<Task<SiteAnswer>>();
        while (told.Count < 3)
        {
            told.Add(await Task.WhenAny(pressed.Except(told)));
        }

        Assert.Single(site.SignIn.Started);
        var index = pressed.IndexOf(told[0]);
        var busy = await browsers[index].OpenAsync((await told[0]).Location);
        Assert.Equal((503, "sign-in-busy", "5"), (busy.Status, busy.Problem, busy.Header("Retry-After")));
        upstream.SetResult();
        await Task.WhenAll(pressed);
        Assert.Equal(5, site.SignIn.Started.Count);
        var retried = await browsers[index].PostAsync((await told[0]).Location, [("action", "retry")]);
        Assert.Contains(
            "Open the door",
            (await browsers[index].OpenAsync(retried.Location)).Body,
            StringComparison.Ordinal
        );
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task A_sign_in_is_not_begun_more_than_ten_times()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        site.SignIn.Start = _ => ScriptedSignIn.Failed();
        var path = (await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve")).Location;
        for (var number = 0; number < 12; number++)
        {
            await browser.PostAsync(path, [("action", "retry")]);
        }

        Assert.Equal("sign-in-exhausted", (await browser.OpenAsync(path)).Problem);
        Assert.Equal(10, site.SignIn.Started.Count);
        await browser.PostAsync(path, [("action", "cancel")]);
        Assert.Equal("access_denied", (await browser.OpenAsync(path)).Parameter("error"));
    }

    [Fact]
    public async Task A_late_retry_has_time_for_a_whole_sign_in()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var path = (await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve")).Location;
        site.Time.Advance(TimeSpan.FromMinutes(25));
        site.SignIn.Continue = _ => ScriptedSignIn.Failed();
        await browser.OpenAsync(path);
        await browser.PostAsync(path, [("action", "retry")]);

        site.Time.Advance(TimeSpan.FromMinutes(20));
        site.SignIn.Continue = _ => site.SignIn.SignedIn();

        Assert.NotNull((await browser.OpenAsync(path)).Parameter("code"));
    }

    [Fact]
    public async Task An_answer_that_comes_late_can_be_fetched_as_long_as_any()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var path = (await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve")).Location;
        site.Time.Advance(TimeSpan.FromMinutes(29));
        site.SignIn.Continue = _ => site.SignIn.SignedIn();
        await browser.OpenAsync(path);

        site.Time.Advance(TimeSpan.FromMinutes(4));

        Assert.NotNull((await browser.OpenAsync(path)).Page.GetElementById("address"));
    }

    private static async Task<Site> StartAsync(
        Action<Microsoft.Extensions.DependencyInjection.GatehouseOptions>? options = null
    )
    {
        var site = await Site.StartAsync(new SiteOptions { Gatehouse = options });
        site.SignIn.Start = _ => ScriptedSignIn.Waiting("first");
        site.SignIn.Continue = ScriptedSignIn.Waiting;
        return site;
    }
}
