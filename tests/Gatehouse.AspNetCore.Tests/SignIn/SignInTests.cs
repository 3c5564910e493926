using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.SignIn;

public sealed class SignInTests : IAsyncLifetime
{
    private Site site = null!;
    private SiteClient client = null!;
    private SiteBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        client = await SiteClient.RegisterAsync(site);
        browser = new SiteBrowser(site);
        site.SignIn.Start = _ => ScriptedSignIn.Waiting("first");
        site.SignIn.Continue = ScriptedSignIn.Waiting;
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        client.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task The_waiting_page_shows_the_link_in_a_new_tab_and_goes_on_without_script()
    {
        var page = await browser.OpenAsync(await BeginAsync());

        var link = page.Page.QuerySelector("a.button")!;
        Assert.Equal(
            ("https://door.example.com/login", "_blank", "noopener"),
            (link.GetAttribute("href"), link.GetAttribute("target"), link.GetAttribute("rel"))
        );
        Assert.Contains("http-equiv=\"refresh\" content=\"3\"", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("first", page.Body, StringComparison.Ordinal);
        Assert.Contains(site.SignIn.Started.Single().Id.Value, page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_browser_sees_neither_the_page_nor_its_state_and_cannot_act()
    {
        var path = await BeginAsync();
        using var other = new SiteBrowser(site);
        await other.OpenAsync(client.AuthorizeUrl());

        var page = await other.OpenAsync(path);
        Assert.Equal((403, "browser-changed"), (page.Status, page.Problem));
        Assert.DoesNotContain("door.example.com", page.Body, StringComparison.Ordinal);
        Assert.Equal(403, (await other.OpenAsync(path + "/state")).Status);
        Assert.Equal(403, (await other.PostAsync(path, [("action", "cancel")])).Status);
        Assert.Empty(site.SignIn.Looks);
        Assert.Contains("Open the door", (await browser.OpenAsync(path)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_finished_answer_is_for_its_browser_only()
    {
        var path = await BeginAsync();
        site.SignIn.Continue = _ => site.SignIn.SignedIn();
        Assert.Equal(302, (await browser.OpenAsync(path)).Status);
        using var other = new SiteBrowser(site);

        var stolen = await other.OpenAsync(path);

        Assert.Equal(403, stolen.Status);
        Assert.DoesNotContain("code=", stolen.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/signin/ZZZZZ-ZZZZZ")]
    [InlineData("/signin/x")]
    [InlineData("/signin/ZZZZZ-ZZZZZ/state")]
    public async Task A_sign_in_that_is_not_there_is_gone(string path)
    {
        Assert.Equal(
            (410, "sign-in-expired"),
            ((await browser.OpenAsync(path)).Status, (await browser.OpenAsync(path)).Problem)
        );
    }

    [Fact]
    public async Task The_script_hears_waiting_and_then_changed()
    {
        var path = await BeginAsync();

        Assert.Equal("{\"state\":\"waiting\"}", (await browser.OpenAsync(path + "/state")).Body);
        site.SignIn.Continue = _ => site.SignIn.SignedIn();
        Assert.Equal("{\"state\":\"changed\"}", (await browser.OpenAsync(path + "/state")).Body);
        Assert.NotNull((await browser.OpenAsync(path)).Parameter("code"));
    }

    [Fact]
    public async Task A_closed_tab_costs_no_look()
    {
        await BeginAsync();
        site.Time.Advance(TimeSpan.FromMinutes(25));

        Assert.Empty(site.SignIn.Looks);
    }

    [Fact]
    public async Task Many_tabs_get_one_code_and_one_credential()
    {
        var path = await BeginAsync();
        site.SignIn.Continue = _ => site.SignIn.SignedIn();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => browser.OpenAsync(path)));

        // Whoever looks after the redirect sees the same code on a page.
        Assert.Single(answers.Select(CodeIn).Distinct());
        Assert.Single(site.SignIn.Looks);
        Assert.Empty(site.SignIn.Deleted);
    }

    [Fact]
    public async Task A_failed_sign_in_says_why_and_can_be_tried_again()
    {
        var path = await BeginAsync();
        site.SignIn.Continue = _ => ScriptedSignIn.Failed();
        var page = await browser.OpenAsync(path);
        Assert.Equal(("The door is closed", "door-closed"), (page.Heading, page.Problem));
        Assert.Equal("{\"state\":\"changed\"}", (await browser.OpenAsync(path + "/state")).Body);
        Assert.Single(site.SignIn.Looks);

        site.SignIn.Start = _ => ScriptedSignIn.Waiting("second");
        site.SignIn.Continue = _ => site.SignIn.SignedIn();
        var retry = await browser.PostAsync(path, [("action", "retry")]);

        Assert.Equal((303, path), (retry.Status, retry.Location));
        Assert.NotNull((await browser.OpenAsync(path)).Parameter("code"));
        Assert.Equal("second", site.SignIn.Looks.Last());
    }

    [Fact]
    public async Task Cancel_tells_the_client()
    {
        var path = await BeginAsync();

        var answer = await browser.PostAsync(path, [("action", "cancel")]);

        Assert.Equal(303, answer.Status);
        Assert.Equal("access_denied", (await browser.OpenAsync(path)).Parameter("error"));
        Assert.Equal("access_denied", (await browser.OpenAsync(path)).Parameter("error"));
    }

    [Fact]
    public async Task A_finished_sign_in_cannot_be_cancelled_or_tried_again()
    {
        var path = await BeginAsync();
        site.SignIn.Continue = _ => site.SignIn.SignedIn();
        var code = (await browser.OpenAsync(path)).Parameter("code");

        await browser.PostAsync(path, [("action", "cancel")]);
        await browser.PostAsync(path, [("action", "retry")]);

        Assert.Equal(code, CodeIn(await browser.OpenAsync(path)));
        Assert.Single(site.SignIn.Started);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_foreign_page_can_neither_cancel_nor_retry(string header, string value)
    {
        var path = await BeginAsync();

        var answer = await browser.PostAsync(path, [("action", "cancel")], (header, value));

        Assert.Equal((400, "form-foreign"), (answer.Status, answer.Problem));
        Assert.Contains("Open the door", (await browser.OpenAsync(path)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_expires_with_its_code()
    {
        var path = await BeginAsync();
        site.SignIn.Continue = _ => site.SignIn.SignedIn();
        await browser.OpenAsync(path);

        site.Time.Advance(TimeSpan.FromMinutes(5.1));

        Assert.Equal(
            (410, "sign-in-expired"),
            ((await browser.OpenAsync(path)).Status, (await browser.OpenAsync(path)).Problem)
        );
    }

    [Fact]
    public async Task A_sign_in_that_takes_too_long_is_over()
    {
        var path = await BeginAsync();
        site.Time.Advance(TimeSpan.FromMinutes(30.1));

        Assert.Equal(410, (await browser.OpenAsync(path)).Status);
        Assert.Empty(site.SignIn.Looks);
    }

    [Fact]
    public async Task A_store_that_fails_at_the_last_moment_gives_the_credential_back_and_offers_another_try()
    {
        var path = await BeginAsync();
        site.SignIn.Continue = _ => site.SignIn.SignedIn();
        site.Stores.Break("ConnectAsync");
        var page = await browser.OpenAsync(path);
        Assert.Equal((503, "storage-unavailable", "5"), (page.Status, page.Problem, page.Header("Retry-After")));
        Assert.Equal(["credential-1"], site.SignIn.Deleted);
        site.Stores.Mend();

        var again = await browser.OpenAsync(path);
        Assert.Equal("storage-unavailable", again.Problem);
        Assert.Single(site.SignIn.Looks);
        site.SignIn.Start = _ => ScriptedSignIn.Waiting("second");
        await browser.PostAsync(path, [("action", "retry")]);

        Assert.NotNull((await browser.OpenAsync(path)).Parameter("code"));
        Assert.Equal(["credential-1"], site.SignIn.Deleted);
    }

    [Fact]
    public async Task A_credential_that_cannot_be_given_back_is_deleted_later()
    {
        var path = await BeginAsync();
        site.SignIn.Continue = _ => site.SignIn.SignedIn();
        site.SignIn.Delete = () => false;
        site.Stores.Break("ConnectAsync");
        await browser.OpenAsync(path);
        site.Stores.Mend();
        site.SignIn.Delete = () => true;

        await Background.DeletionsAsync(site);

        Assert.Equal(["credential-1"], site.SignIn.Deleted);
    }

    [Fact]
    public async Task Cancelling_while_the_grant_arrives_gives_the_credential_back()
    {
        var path = await BeginAsync();
        site.SignIn.Continue = _ => site.SignIn.SignedIn();

        // The person presses the button at the moment the sign-in is answered.
        site.SignIn.Meanwhile = () => browser.PostAsync(path, [("action", "cancel")]);

        var answer = await browser.OpenAsync(path);

        Assert.Equal("access_denied", answer.Parameter("error"));
        Assert.Equal(["credential-1"], site.SignIn.Deleted);
    }

    [Fact]
    public async Task An_app_is_opened_by_a_page_that_stays_useful()
    {
        const string app = "cursor://anysphere.cursor-mcp/oauth/callback";
        using var cursor = await SiteClient.RegisterAsync(site, "Cursor <1>", app);
        site.SignIn.Start = null;

        var page = await browser.ApproveAsync(await browser.OpenAsync(cursor.AuthorizeUrl(("redirect_uri", app))));

        Assert.Equal((200, "You are signed in"), (page.Status, page.Heading));
        var link = page.Page.QuerySelector("a.button")!.GetAttribute("href")!;
        Assert.StartsWith(
            app + "?state=af0ifjsldkj&iss=https%3A%2F%2Fmcp.example.com&code=",
            link,
            StringComparison.Ordinal
        );
        Assert.Equal($"0;url={link}", page.Page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task An_app_whose_person_cancelled_is_told_so_and_the_page_does_not_say_that_they_are_signed_in()
    {
        const string app = "cursor://anysphere.cursor-mcp/oauth/callback";
        using var cursor = await SiteClient.RegisterAsync(site, "Cursor", app);
        var consent = await browser.OpenAsync(cursor.AuthorizeUrl(("redirect_uri", app)));
        var path = (await browser.DecideAsync(consent, "approve")).Location;

        await browser.PostAsync(path, [("action", "cancel")]);
        var page = await browser.OpenAsync(path);

        Assert.Equal((200, "You cancelled"), (page.Status, page.Heading));
        var link = page.Page.QuerySelector("a.button")!.GetAttribute("href")!;
        Assert.Contains("error=access_denied", link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_again_joins_the_connection_and_deletes_the_replaced_credential()
    {
        site.SignIn.Start = null;
        var first = await client.ConnectAsync();
        var second = await client.ConnectAsync();

        await Background.DeletionsAsync(site);

        Assert.Equal(["credential-1"], site.SignIn.Deleted);
        Assert.Equal(200, (await client.CallAsync(first.AccessToken)).Status);
        Assert.Equal(200, (await client.CallAsync(second.AccessToken)).Status);
    }

    private static string CodeIn(SiteAnswer answer) =>
        answer.Status == 302
            ? answer.Parameter("code")!
            : answer.Page.GetElementById("address")!.TextContent.Split("code=")[1];

    private async Task<string> BeginAsync() =>
        (await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve")).Location;
}
