using Gatehouse.AspNetCore.Tracing;
using Gatehouse.Testing.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.AspNetCore.Tests.Consent;

/// <summary>A client at a web address, and alice, who is signed in to the connections page in the browser she uses.</summary>
public sealed class ConsentMemoryTests : IAsyncLifetime
{
    private const string Web = "https://claude.ai/api/mcp/auth_callback";
    private Site site = null!;
    private SiteClient client = null!;
    private SitePerson alice = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        client = await SiteClient.RegisterAsync(site, "Claude", Web);
        alice = await new SitePerson(site, "alice").SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        alice.Dispose();
        client.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Who_answered_before_and_is_signed_in_is_not_asked_again()
    {
        var first = await RedeemAsync(await ConsentAsync());
        await alice.Browser.OpenAsync(SitePerson.Page);
        var started = site.SignIn.Started.Count;

        var answer = await AskAsync();

        Assert.Equal((302, "af0ifjsldkj"), (answer.Status, answer.Parameter("state")));
        var second = await RedeemAsync(answer.Parameter("code")!);
        Assert.Equal("files.read notes.read notes.write", (await client.CallAsync(second.AccessToken)).Body);
        Assert.Equal(200, (await client.CallAsync(first.AccessToken)).Status);
        Assert.Equal(started, site.SignIn.Started.Count);
        Assert.Single(SitePerson.Clients(await alice.OpenAsync()));
        await Background.DeletionsAsync(site);
        Assert.Equal(["credential-1"], site.SignIn.Deleted);
    }

    [Fact]
    public async Task What_was_granted_is_given_again_not_what_was_asked()
    {
        await ConsentAsync("files.read", "notes.write");

        var tokens = await RedeemAsync((await AskAsync()).Parameter("code")!);

        Assert.Equal("notes.read", tokens.Granted);
    }

    [Fact]
    public async Task A_page_that_hands_the_answer_on_is_asked_each_time()
    {
        const string Handing = "https://vscode.dev/redirect";
        using var code = await SiteClient.RegisterAsync(site, "Visual Studio Code", Handing);
        var url = code.AuthorizeUrl(("redirect_uri", Handing));
        await alice.Browser.ApproveAsync(await alice.Browser.OpenAsync(url));

        var again = await alice.Browser.OpenAsync(url);

        Assert.Equal(200, again.Status);
        Assert.Contains("wants to use", again.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_browser_is_asked()
    {
        await ConsentAsync();
        using var other = new SiteBrowser(site);

        Assert.Equal(200, (await other.OpenAsync(Url())).Status);
    }

    [Fact]
    public async Task Another_person_is_asked()
    {
        await ConsentAsync();
        using var bob = await new SitePerson(site, "bob").SignInAsync();

        Assert.Equal(200, (await bob.Browser.OpenAsync(Url())).Status);
    }

    [Fact]
    public async Task An_ended_session_is_asked()
    {
        await ConsentAsync();
        site.Time.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(200, (await AskAsync()).Status);
    }

    [Theory]
    [InlineData("scope", "notes.read")]
    [InlineData("prompt", "consent")]
    [InlineData("prompt", "select_account")]
    [InlineData("prompt", "login")]
    [InlineData("prompt", "login consent")]
    public async Task Other_scopes_and_a_client_that_wants_a_page_are_asked(string name, string value)
    {
        await ConsentAsync();

        Assert.Equal(200, (await AskAsync((name, value))).Status);
    }

    [Fact]
    public async Task Another_address_or_another_client_is_asked()
    {
        await ConsentAsync();
        const string other = "https://claude.com/api/mcp/auth_callback";
        using var twin = await SiteClient.RegisterAsync(site, "Claude", other);

        Assert.Equal(200, (await alice.Browser.OpenAsync(twin.AuthorizeUrl(("redirect_uri", other)))).Status);
    }

    [Theory]
    [InlineData("http://127.0.0.1:33418/callback")]
    [InlineData("http://localhost:33418/callback")]
    [InlineData("cursor://anysphere.cursor-mcp/oauth/callback")]
    public async Task A_program_on_the_device_is_always_asked_about(string redirect)
    {
        using var local = await SiteClient.RegisterAsync(site, "Local", redirect);
        var url = local.AuthorizeUrl(("redirect_uri", redirect));
        await alice.Browser.ApproveAsync(await alice.Browser.OpenAsync(url));

        var page = await alice.Browser.OpenAsync(url);
        var never = await alice.Browser.OpenAsync(local.AuthorizeUrl(("redirect_uri", redirect), ("prompt", "none")));

        Assert.Equal(200, page.Status);
        Assert.NotEmpty(SiteBrowser.Fields(page));
        Assert.Equal("interaction_required", never.Parameter("error"));
    }

    [Theory]
    [InlineData("switch")]
    [InlineData("disconnect")]
    public async Task Taking_something_away_forgets_the_answer(string action)
    {
        await RedeemAsync(await ConsentAsync());
        await alice.PressAsync("Claude", action, "files.read");

        Assert.Equal(200, (await AskAsync()).Status);
    }

    [Fact]
    public async Task Without_a_page_a_remembered_answer_is_given_and_nothing_else()
    {
        Assert.Equal("interaction_required", (await AskAsync(("prompt", "none"))).Parameter("error"));
        await ConsentAsync();

        Assert.NotNull((await AskAsync(("prompt", "none"))).Parameter("code"));
        using var nobody = new SiteBrowser(site);
        var refused = await nobody.OpenAsync(Url(("prompt", "none")));
        Assert.Equal("login_required", refused.Parameter("error"));
        Assert.Equal(["state", "iss", "error", "error_description"], refused.Parameters.Select(pair => pair.Name));
    }

    [Fact]
    public async Task It_is_in_the_audit_log()
    {
        await ConsentAsync();
        await AskAsync();

        var newest = await site
            .Services.GetRequiredService<IAuditLog>()
            .ListAsync(new AuditQuery(1), TestContext.Current.CancellationToken);

        Assert.Equal("consent.remembered", newest.Single().Event);
        Assert.Contains("files.read notes.read notes.write", newest.Single().Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_who_signs_in_in_her_browser_is_told_and_nothing_is_connected()
    {
        site.SignIn.Who = "bob";

        var page = await alice.Browser.ApproveAsync(await AskAsync());

        Assert.Equal(("You are bob, not alice", "person-changed"), (page.Heading, page.Problem));
        Assert.Contains("credential-2", site.SignIn.Deleted);
        using var bob = await new SitePerson(site, "bob").SignInAsync();
        Assert.Empty(SitePerson.Clients(await bob.OpenAsync()));
    }

    [Theory]
    [InlineData("bob")]
    [InlineData("alice")]
    public async Task After_that_the_choice_counts(string choice)
    {
        site.SignIn.Who = "bob";
        var path = (await alice.Browser.DecideAsync(await AskAsync(), "approve")).Location;
        Assert.Equal("person-changed", (await alice.Browser.OpenAsync(path)).Problem);
        site.SignIn.Who = choice;

        await alice.Browser.PostAsync(path, [("action", "retry")]);

        Assert.NotNull((await alice.Browser.OpenAsync(path)).Parameter("code"));
        using var person = await new SitePerson(site, choice).SignInAsync();
        Assert.Equal(["Claude"], SitePerson.Clients(await person.OpenAsync()));
    }

    [Fact]
    public async Task After_that_cancelling_tells_the_client()
    {
        site.SignIn.Who = "bob";
        var path = (await alice.Browser.DecideAsync(await AskAsync(), "approve")).Location;

        await alice.Browser.PostAsync(path, [("action", "cancel")]);

        Assert.Equal("access_denied", (await alice.Browser.OpenAsync(path)).Parameter("error"));
    }

    private string Url(params IEnumerable<(string Name, string? Value)> changes) =>
        client.AuthorizeUrl([("redirect_uri", Web), .. changes]);

    private Task<SiteAnswer> AskAsync(params IEnumerable<(string Name, string? Value)> changes) =>
        alice.Browser.OpenAsync(Url(changes));

    private async Task<string> ConsentAsync(params string[] without)
    {
        var page = await AskAsync();
        var fields = SiteBrowser.Fields(page).Where(field => !without.Contains(field.Value));
        var begun = await alice.Browser.PostAsync("/consent", [.. fields, ("action", "approve")]);
        return (await alice.Browser.OpenAsync(begun.Location)).Parameter("code")!;
    }

    private Task<SiteAnswer> RedeemAsync(string code) => client.RedeemAsync(code, ("redirect_uri", Web));
}
