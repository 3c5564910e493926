using Gatehouse.AspNetCore.Authorization;
using Gatehouse.Testing.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.AspNetCore.Tests.Device;

/// <summary>RFC 8628, from the person's side.</summary>
public sealed class DevicePageTests : IAsyncLifetime
{
    private Site site = null!;
    private SiteClient client = null!;
    private SiteBrowser browser = null!;
    private SiteDevice device = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        client = await SiteClient.RegisterAsync(site, "Television");
        browser = new SiteBrowser(site);
        device = await SiteDevice.BeginAsync(client, "notes.read files.read");
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        client.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_link_fills_the_code_in_and_does_nothing_else()
    {
        site.Stores.Forget();

        var page = await browser.OpenAsync("/device?user_code=" + device.UserCode);

        Assert.Equal(device.UserCode, page.Page.QuerySelector("input[name=user_code]")!.GetAttribute("value"));
        Assert.Empty(site.Stores.Calls);
        Assert.Null(page.Page.QuerySelector("input[name=request]"));
        Assert.DoesNotContain("Television", page.Body, StringComparison.Ordinal);
        Assert.Contains("Only if you started this yourself", page.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("AAAA-AAAA")]
    [InlineData("")]
    public async Task A_link_with_anything_else_fills_nothing_in(string code)
    {
        var page = await browser.OpenAsync("/device?user_code=" + Uri.EscapeDataString(code));

        Assert.Equal("", page.Page.QuerySelector("input[name=user_code]")!.GetAttribute("value"));
        Assert.Empty(page.Page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task The_code_may_be_typed_in_small_letters_and_without_the_dash()
    {
        var typed = " " + device.UserCode.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant();

        var page = await device.TypeAsync(browser, typed);

        Assert.Contains("Television", page.Body, StringComparison.Ordinal);
        Assert.Contains(device.UserCode, page.Body, StringComparison.Ordinal);
        Assert.Contains("in front of you", page.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["notes.read", "files.read"],
            page.Page.QuerySelectorAll("input[name=scope]").Select(box => box.GetAttribute("value")!)
        );
    }

    [Fact]
    public async Task The_person_gives_less_than_was_asked()
    {
        var page = await device.TypeAsync(browser);
        var request = SiteBrowser.Fields(page)[0];
        Assert.Equal(
            "Choose at least one, or press Cancel.",
            (await browser.PostAsync("/device", [request, ("action", "approve")]))
                .Page.QuerySelector("[role=alert]")!
                .TextContent
        );

        var step = await browser.PostAsync(
            "/device",
            [request, ("scope", "notes.read"), ("scope", "notes.write"), ("action", "approve")]
        );
        await browser.OpenAsync(step.Location);

        Assert.Equal("notes.read", (await device.PollAsync()).Granted);
    }

    [Fact]
    public async Task A_wrong_code_says_so_and_five_of_one_browser_are_enough()
    {
        await browser.OpenAsync("/device");
        for (var guess = 0; guess < 5; guess++)
        {
            var page = await browser.PostAsync("/device", [("user_code", "BCDF-GHJK")]);
            Assert.Contains(
                "No device waits",
                page.Page.QuerySelector("[role=alert]")!.TextContent,
                StringComparison.Ordinal
            );
        }

        var refused = await browser.PostAsync("/device", [("user_code", device.UserCode)]);

        Assert.Equal(
            (429, "device-code-guessed", "60"),
            (refused.Status, refused.Problem, refused.Header("Retry-After"))
        );
        using var other = new SiteBrowser(site);
        Assert.Contains("Television", (await device.TypeAsync(other)).Body, StringComparison.Ordinal);
        site.Time.Advance(TimeSpan.FromMinutes(10.1));
        Assert.Contains("Television", (await device.TypeAsync(browser)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_tried_at_the_same_moment_are_counted_before_any_is_looked_up()
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-guesses-");
        await using (
            var busy = await Site.StartAsync(new SiteOptions { Database = Path.Combine(folder.FullName, "g.db") })
        )
        {
            using var hasty = new SiteBrowser(busy);
            await hasty.OpenAsync("/device");

            var answers = await Task.WhenAll(
                Enumerable.Range(0, 50).Select(_ => hasty.PostAsync("/device", [("user_code", "BCDF-GHJK")]))
            );

            Assert.Equal(5, answers.Count(answer => answer.Problem is null));
            Assert.Equal(
                5,
                busy.Stores.Calls.Count(call => call.StartsWith("IDeviceStore.Find", StringComparison.Ordinal))
            );
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_code_that_is_right_is_no_guess()
    {
        for (var time = 0; time < 6; time++)
        {
            Assert.Contains("Television", (await device.TypeAsync(browser)).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Clearing_cookies_does_not_let_anybody_guess_on()
    {
        for (var guess = 0; guess < 100; guess++)
        {
            browser.Cookies.Clear();
            await device.TypeAsync(browser, "BCDF-GHJK");
        }

        browser.Cookies.Clear();
        Assert.Equal("device-code-guessed", (await device.TypeAsync(browser)).Problem);
        site.Time.Advance(TimeSpan.FromMinutes(1.1));
        Assert.Contains("Television", (await device.TypeAsync(browser)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_used_by_one_person_only()
    {
        using var other = new SiteBrowser(site);
        var late = await device.TypeAsync(other);
        await device.ApproveAsync(browser);

        Assert.Equal("device-code-used", (await SiteDevice.DecideAsync(other, late, "approve")).Problem);
        Assert.NotNull((await device.TypeAsync(other)).Page.QuerySelector("[role=alert]"));
        Assert.Single(site.SignIn.Started);
    }

    [Fact]
    public async Task A_refused_code_cannot_be_approved_later()
    {
        var page = await device.TypeAsync(browser);
        await SiteDevice.DecideAsync(browser, page, "deny");

        Assert.Equal("device-code-used", (await SiteDevice.DecideAsync(browser, page, "approve")).Problem);
        Assert.Empty(site.SignIn.Started);
    }

    [Fact]
    public async Task A_form_sent_twice_begins_the_sign_in_once()
    {
        site.SignIn.Start = _ => ScriptedSignIn.Waiting("1");
        var page = await device.TypeAsync(browser);

        var first = await SiteDevice.DecideAsync(browser, page, "approve");
        var second = await SiteDevice.DecideAsync(browser, page, "approve");

        Assert.Equal((303, first.Location), (second.Status, second.Location));
        Assert.Single(site.SignIn.Started);
    }

    [Fact]
    public async Task The_form_of_another_browser_is_refused()
    {
        using var victim = new SiteBrowser(site);
        await victim.OpenAsync("/device");

        var answer = await SiteDevice.DecideAsync(victim, await device.TypeAsync(browser), "approve");

        Assert.Equal((400, "browser-changed"), (answer.Status, answer.Problem));
        Assert.Empty(site.SignIn.Started);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_form_sent_by_a_foreign_page_is_refused(string header, string value)
    {
        var page = await device.TypeAsync(browser);

        foreach (var form in new[] { [("user_code", device.UserCode)], SiteBrowser.Fields(page) })
        {
            var answer = await browser.PostAsync("/device", [.. form, ("action", "approve")], (header, value));

            Assert.Equal((400, "form-foreign"), (answer.Status, answer.Problem));
        }

        Assert.Empty(site.SignIn.Started);
    }

    [Fact]
    public async Task A_tampered_form_is_refused()
    {
        var sealedForm = SiteBrowser.Fields(await device.TypeAsync(browser))[0].Value;
        for (var position = 0; position < sealedForm.Length; position += 41)
        {
            var other = sealedForm[position] == 'A' ? 'B' : 'A';
            var tampered = sealedForm[..position] + other + sealedForm[(position + 1)..];

            var answer = await browser.PostAsync(
                "/device",
                [("request", tampered), ("scope", "notes.read"), ("action", "approve")]
            );

            Assert.Equal("form-foreign", answer.Problem);
        }
    }

    [Fact]
    public async Task A_form_without_a_cookie_is_refused()
    {
        Assert.Equal("browser-changed", (await browser.PostAsync("/device", [("user_code", device.UserCode)])).Problem);
    }

    [Fact]
    public async Task A_form_that_lay_too_long_is_refused()
    {
        var page = await device.TypeAsync(browser);
        site.Time.Advance(TimeSpan.FromMinutes(30.1));

        Assert.Equal("device-code-used", (await SiteDevice.DecideAsync(browser, page, "approve")).Problem);
    }

    [Fact]
    public async Task No_room_for_a_sign_in_leaves_the_code_open()
    {
        await using var small = await Site.StartAsync(
            new SiteOptions { Gatehouse = options => options.MaximumOpenSignIns = 1 }
        );
        small.SignIn.Start = _ => ScriptedSignIn.Waiting("1");
        using var some = await SiteClient.RegisterAsync(small);
        using var first = new SiteBrowser(small);
        using var second = new SiteBrowser(small);
        var path = (await first.DecideAsync(await first.OpenAsync(some.AuthorizeUrl()), "approve")).Location;
        var waiting = await SiteDevice.BeginAsync(some);

        var refused = await SiteDevice.DecideAsync(second, await waiting.TypeAsync(second), "approve");

        Assert.Equal((503, "sign-in-crowded"), (refused.Status, refused.Problem));
        await first.PostAsync(path, [("action", "cancel")]);
        small.SignIn.Start = null;
        var step = await SiteDevice.DecideAsync(second, refused, "retry");
        await second.OpenAsync(step.Location);
        Assert.Equal(200, (await waiting.PollAsync()).Status);
    }

    [Fact]
    public async Task The_user_code_is_in_no_story()
    {
        await device.ApproveAsync(browser);

        var transaction = site.SignIn.Started.Single().Id;
        var row = await site
            .Services.GetRequiredService<ITransactionStore>()
            .FindAsync(transaction, site.Time.GetUtcNow(), TestContext.Current.CancellationToken);
        var story = row?.Story;
        Assert.DoesNotContain(device.UserCode, story, StringComparison.Ordinal);
        Assert.Contains("Television", story, StringComparison.Ordinal);
    }
}
