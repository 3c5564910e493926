using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.People;

public sealed class PersonSessionTests : IAsyncLifetime
{
    private const string Cookie = "__Host-gatehouse-person";
    private Site site = null!;
    private SitePerson alice = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        alice = new SitePerson(site, "alice");
    }

    public async ValueTask DisposeAsync()
    {
        alice.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to_and_nothing_is_written()
    {
        site.Stores.Forget();
        var page = await alice.OpenAsync();

        Assert.Equal((200, "Your connections"), (page.Status, page.Heading));
        Assert.Equal("no-store", page.Header("Cache-Control"));
        Assert.Empty(site.Stores.Writes);
        Assert.Empty(site.SignIn.Started);
    }

    [Fact]
    public async Task Signing_in_gives_a_session_that_ends_with_the_browser_and_no_script_can_read()
    {
        var door = await alice.OpenAsync();
        var begun = await alice.Browser.PostAsync("/connections/sign-in", SiteBrowser.Fields(door));
        var done = await alice.Browser.OpenAsync(begun.Location);

        Assert.Equal((303, "/connections"), (done.Status, done.Location));
        var cookie = done.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith(Cookie + "=", cookie, StringComparison.Ordinal);
        Assert.Equal(
            ["path=/", "secure", "samesite=lax", "httponly"],
            cookie.Split("; ").Skip(1).Select(part => part.ToLowerInvariant())
        );
        Assert.Equal("Connected as alice", (await alice.OpenAsync()).Heading);
        Assert.Equal(
            ("your connections page", "mcp.example.com"),
            (site.SignIn.Started.Single().ClientName, site.SignIn.Started.Single().ClientHost)
        );
    }

    [Fact]
    public async Task The_credential_of_the_sign_in_is_deleted_for_nobody_needs_it()
    {
        await alice.SignInAsync();

        await Background.DeletionsAsync(site);

        Assert.Equal(["credential-1"], site.SignIn.Deleted);
    }

    [Fact]
    public async Task A_sign_in_that_could_not_be_saved_gives_its_credential_back()
    {
        site.Stores.Break("IPersonSessionStore.TryBegin");

        await alice.SignInAsync();

        Assert.Equal(["credential-1"], site.SignIn.Deleted);
        Assert.Equal("Your connections", (await alice.OpenAsync()).Heading);
    }

    [Fact]
    public async Task On_http_loopback_the_cookie_has_a_plain_name()
    {
        await using var local = await Site.StartAsync(new SiteOptions { PublicUrl = "http://127.0.0.1:8931" });
        using var person = await new SitePerson(local, "alice").SignInAsync();

        Assert.Contains("gatehouse-person", person.Browser.Cookies.Keys);
        Assert.Equal("Connected as alice", (await person.OpenAsync()).Heading);
    }

    [Fact]
    public async Task A_session_ends_after_half_an_hour_without_use()
    {
        await alice.SignInAsync();
        site.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("Connected as alice", (await alice.OpenAsync()).Heading);
        site.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("Connected as alice", (await alice.OpenAsync()).Heading);

        site.Time.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal("Your connections", (await alice.OpenAsync()).Heading);
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_however_much_it_is_used()
    {
        await alice.SignInAsync();
        for (var minutes = 0; minutes < (8 * 60) - 20; minutes += 20)
        {
            site.Time.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal("Connected as alice", (await alice.OpenAsync()).Heading);
        }

        site.Time.Advance(TimeSpan.FromMinutes(20));

        Assert.Equal("Your connections", (await alice.OpenAsync()).Heading);
    }

    [Fact]
    public async Task Looking_often_writes_once_a_minute_at_most()
    {
        await alice.SignInAsync();
        site.Stores.Forget();

        await alice.OpenAsync();
        await alice.OpenAsync();
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await alice.OpenAsync();
        await alice.OpenAsync();

        Assert.Equal(["IPersonSessionStore.NoteUsedAsync"], site.Stores.Writes);
    }

    [Fact]
    public async Task Who_may_still_be_signed_in_at_the_door_is_told_where_to_sign_out_there()
    {
        site.SignIn.SignOut = "https://door.example.com/logout?client_id=gatehouse";
        await alice.SignInAsync();
        var page = await alice.OpenAsync();
        var seal = page.Page.QuerySelector("form[action='/connections/sign-out'] input")!.GetAttribute("value")!;

        var answer = await alice.Browser.PostAsync("/connections/sign-out", [("seal", seal)]);

        Assert.Equal((200, "You are signed out"), (answer.Status, answer.Heading));
        Assert.Equal(site.SignIn.SignOut, answer.Page.QuerySelector("a.primary")!.GetAttribute("href"));
        Assert.Equal("Your connections", (await alice.OpenAsync()).Heading);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_whoever_kept_the_cookie()
    {
        await alice.SignInAsync();
        var kept = alice.Browser.Cookies[Cookie];
        var page = await alice.OpenAsync();
        var seal = page.Page.QuerySelector("form[action='/connections/sign-out'] input")!.GetAttribute("value")!;

        var answer = await alice.Browser.PostAsync("/connections/sign-out", [("seal", seal)]);

        Assert.Equal((303, "/connections"), (answer.Status, answer.Location));
        Assert.Equal("", alice.Browser.Cookies[Cookie]);
        alice.Browser.Cookies[Cookie] = kept;
        Assert.Equal("Your connections", (await alice.OpenAsync()).Heading);
    }

    [Fact]
    public async Task A_cookie_planted_before_the_sign_in_is_worth_nothing_after_it()
    {
        var planted = new string('a', 43);
        alice.Browser.Cookies[Cookie] = planted;

        await alice.SignInAsync();

        Assert.NotEqual(planted, alice.Browser.Cookies[Cookie]);
        using var attacker = new SiteBrowser(site);
        attacker.Cookies[Cookie] = planted;
        Assert.Equal("Your connections", (await attacker.OpenAsync(SitePerson.Page)).Heading);
    }

    [Fact]
    public async Task Signing_in_as_another_person_ends_the_session_before()
    {
        await alice.SignInAsync();
        var former = alice.Browser.Cookies[Cookie];
        var door = await WithoutSessionAsync();
        site.SignIn.Who = "bob";
        var begun = await alice.Browser.PostAsync("/connections/sign-in", SiteBrowser.Fields(door));
        alice.Browser.Cookies[Cookie] = former;
        await alice.Browser.OpenAsync(begun.Location);
        Assert.Equal("Connected as bob", (await alice.OpenAsync()).Heading);

        alice.Browser.Cookies[Cookie] = former;
        Assert.Equal("Your connections", (await alice.OpenAsync()).Heading);
    }

    [Fact]
    public async Task The_address_of_a_sign_in_gives_another_browser_no_session()
    {
        site.SignIn.Start = _ => ScriptedSignIn.Waiting("first");
        var door = await alice.OpenAsync();
        var begun = await alice.Browser.PostAsync("/connections/sign-in", SiteBrowser.Fields(door));
        site.SignIn.Continue = _ => site.SignIn.SignedIn();
        using var other = new SiteBrowser(site);
        await other.OpenAsync(SitePerson.Page);

        Assert.Equal((403, "browser-changed"), await ProblemAsync(other.OpenAsync(begun.Location)));
        Assert.DoesNotContain(Cookie, other.Cookies.Keys);
    }

    [Fact]
    public async Task Cancelling_the_sign_in_leads_back_without_a_session()
    {
        site.SignIn.Start = _ => ScriptedSignIn.Waiting("first");
        var door = await alice.OpenAsync();
        var begun = await alice.Browser.PostAsync("/connections/sign-in", SiteBrowser.Fields(door));
        await alice.Browser.PostAsync(begun.Location, [("action", "cancel")]);

        var back = await alice.Browser.OpenAsync(begun.Location);

        Assert.Equal((303, "/connections"), (back.Status, back.Location));
        Assert.DoesNotContain(Cookie, alice.Browser.Cookies.Keys);
    }

    [Fact]
    public async Task A_finished_sign_in_gives_its_session_for_five_minutes_only()
    {
        var door = await alice.OpenAsync();
        var begun = await alice.Browser.PostAsync("/connections/sign-in", SiteBrowser.Fields(door));
        site.Time.Advance(TimeSpan.FromMinutes(5.1));

        await alice.Browser.OpenAsync(begun.Location);

        Assert.DoesNotContain(Cookie, alice.Browser.Cookies.Keys);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_foreign_page_cannot_begin_a_sign_in(string header, string value)
    {
        var door = await alice.OpenAsync();

        var answer = alice.Browser.PostAsync("/connections/sign-in", SiteBrowser.Fields(door), (header, value));

        Assert.Equal((400, "form-foreign"), await ProblemAsync(answer));
        Assert.Empty(site.SignIn.Started);
    }

    [Fact]
    public async Task The_form_of_another_browser_cannot_begin_a_sign_in()
    {
        using var other = new SiteBrowser(site);
        var foreign = await other.OpenAsync(SitePerson.Page);
        await alice.OpenAsync();

        var answer = alice.Browser.PostAsync("/connections/sign-in", SiteBrowser.Fields(foreign));

        Assert.Equal((400, "form-foreign"), await ProblemAsync(answer));
        Assert.Empty(site.SignIn.Started);
    }

    private static async Task<(int Status, string? Problem)> ProblemAsync(Task<SiteAnswer> answer) =>
        ((await answer).Status, (await answer).Problem);

    private Task<SiteAnswer> WithoutSessionAsync()
    {
        alice.Browser.Cookies.Remove(Cookie);
        return alice.OpenAsync();
    }
}
