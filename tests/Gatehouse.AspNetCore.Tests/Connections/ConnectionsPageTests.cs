using Gatehouse.AspNetCore.Tracing;
using Gatehouse.Testing.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.AspNetCore.Tests.Connections;

public sealed class ConnectionsPageTests : IAsyncLifetime
{
    private Site site = null!;
    private SiteClient client = null!;
    private SitePerson alice = null!;
    private SitePerson bob = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        client = await SiteClient.RegisterAsync(site);
        alice = new SitePerson(site, "alice");
        bob = new SitePerson(site, "bob");
    }

    public async ValueTask DisposeAsync()
    {
        alice.Dispose();
        bob.Dispose();
        client.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Shows_what_is_connected_where_it_answers_since_when_and_what_it_may()
    {
        await client.ConnectAsync(("scope", "notes.write"));
        site.Time.Advance(TimeSpan.FromMinutes(1));
        using var cursor = await SiteClient.RegisterAsync(site, "Cursor <1>", "cursor://anysphere/callback");
        using var browser = new SiteBrowser(site);
        await browser.ApproveAsync(
            await browser.OpenAsync(cursor.AuthorizeUrl(("redirect_uri", "cursor://anysphere/callback")))
        );
        await alice.SignInAsync();

        var page = await alice.OpenAsync();

        Assert.Equal(["Test Client", "Cursor <1>"], SitePerson.Clients(page));
        Assert.Contains("It calls itself so", page.Body, StringComparison.Ordinal);
        var first = page.Page.QuerySelector("section")!;
        Assert.Equal(
            ["a program on your computer", "24 November 2026", "not yet"],
            first.QuerySelectorAll("dd").Select(value => value.TextContent.Trim())
        );
        Assert.Equal(
            ["Read notes", "Change notes"],
            first.QuerySelectorAll("ul li").Select(scope => scope.TextContent)
        );
        Assert.Contains("the app for cursor:", page.Body, StringComparison.Ordinal);
        Assert.Contains("has not fetched its access yet", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_use_costs_no_write_at_the_call_and_one_for_all_later()
    {
        var tokens = await client.ConnectAsync();
        site.Stores.Forget();
        for (var calls = 0; calls < 5; calls++)
        {
            await client.CallAsync(tokens.AccessToken);
        }

        Assert.Empty(site.Stores.Writes);
        await alice.SignInAsync();
        Assert.Contains("within the last minutes", (await alice.OpenAsync()).Body, StringComparison.Ordinal);
        site.Stores.Forget();
        await Background.LastUseAsync(site);
        await Background.LastUseAsync(site);

        Assert.Equal(["IConnectionStore.NoteUsedAsync"], site.Stores.Writes);
        Assert.Contains("24 November 2026, 09:00 UTC", (await alice.OpenAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_use_that_could_not_be_noted_is_noted_later()
    {
        var tokens = await client.ConnectAsync();
        await client.CallAsync(tokens.AccessToken);
        site.Stores.Break("NoteUsed");
        await Assert.ThrowsAnyAsync<Exception>(() => Background.LastUseAsync(site));
        site.Stores.Mend();
        site.Stores.Forget();

        await Background.LastUseAsync(site);

        Assert.Equal(["IConnectionStore.NoteUsedAsync"], site.Stores.Writes);
    }

    [Fact]
    public async Task Disconnecting_ends_tokens_and_refresh_and_deletes_the_credential()
    {
        var tokens = await client.ConnectAsync();
        await alice.SignInAsync();
        Assert.Equal(200, (await client.CallAsync(tokens.AccessToken)).Status);

        var answer = await alice.PressAsync("Test Client", "disconnect");

        Assert.Equal(303, answer.Status);
        Assert.Equal(401, (await client.CallAsync(tokens.AccessToken)).Status);
        Assert.Equal("invalid_grant", (await client.RefreshAsync(tokens.RefreshToken)).Error);
        await Background.DeletionsAsync(site);
        Assert.Contains("credential-1", site.SignIn.Deleted);
        var page = await alice.Browser.OpenAsync(answer.Location);
        Assert.Empty(SitePerson.Clients(page));
        Assert.StartsWith(
            "Disconnected.",
            page.Page.QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/connections?done=disconnected")]
    [InlineData("/connections?done=disconnected&seal=AAAA")]
    public async Task A_link_of_somebody_else_cannot_say_that_something_was_done(string link)
    {
        await alice.SignInAsync();

        var page = await alice.Browser.OpenAsync(link);

        Assert.Equal(200, page.Status);
        Assert.Null(page.Page.QuerySelector("[role=status]"));
    }

    [Fact]
    public async Task A_switch_takes_effect_at_once_on_living_tokens_and_on_what_a_refresh_gives()
    {
        var tokens = await client.ConnectAsync();
        Assert.Equal("files.read notes.read notes.write", (await client.CallAsync(tokens.AccessToken)).Body);
        await alice.SignInAsync();

        var answer = await alice.PressAsync("Test Client", "switch", "files.read", "notes.write");

        Assert.Equal(303, answer.Status);
        Assert.Equal("notes.read", (await client.CallAsync(tokens.AccessToken)).Body);
        var refreshed = await client.RefreshAsync(tokens.RefreshToken);
        Assert.Equal("notes.read", refreshed.Granted);
        Assert.Equal("notes.read", (await client.CallAsync(refreshed.AccessToken)).Body);
        var asked = await client.RefreshAsync(refreshed.RefreshToken, ("scope", "notes.read files.read"));
        Assert.Equal("notes.read", asked.Granted);
    }

    [Fact]
    public async Task What_was_switched_off_stands_there_off_and_can_be_switched_on_again()
    {
        var tokens = await client.ConnectAsync();
        await alice.SignInAsync();
        await alice.PressAsync("Test Client", "switch", "files.read", "notes.write");
        var off = await client.RefreshAsync(tokens.RefreshToken);
        var page = await alice.OpenAsync();

        Assert.Equal(["notes.read"], SitePerson.On(page, "Test Client"));
        await alice.PressAsync("Test Client", "switch");

        Assert.Equal("files.read notes.read notes.write", (await client.CallAsync(tokens.AccessToken)).Body);
        Assert.Equal("notes.read", (await client.CallAsync(off.AccessToken)).Body);
        var on = await client.RefreshAsync(off.RefreshToken);
        Assert.Equal("files.read notes.read notes.write", on.Granted);
        Assert.Equal(
            ["files.read", "notes.read", "notes.write"],
            SitePerson.On(await alice.OpenAsync(), "Test Client").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task What_is_switched_off_is_off_for_what_was_given_before_and_not_for_a_later_consent()
    {
        var before = await client.ConnectAsync();
        await alice.SignInAsync();
        await alice.PressAsync("Test Client", "switch", "files.read", "notes.write");

        var after = await client.ConnectAsync();

        Assert.Equal("files.read notes.read notes.write", (await client.CallAsync(after.AccessToken)).Body);
        Assert.Equal("notes.read", (await client.CallAsync(before.AccessToken)).Body);

        // The page shows all as on, for the later sign-in has it: saving something else does not give it back to the first.
        await alice.PressAsync("Test Client", "switch", "files.read");

        Assert.Equal("notes.read notes.write", (await client.CallAsync(after.AccessToken)).Body);
        Assert.Equal("notes.read", (await client.CallAsync(before.AccessToken)).Body);
    }

    [Fact]
    public async Task A_form_that_names_more_than_was_granted_widens_nothing()
    {
        var tokens = await client.ConnectAsync(("scope", "notes.read"));
        await alice.SignInAsync();
        var (path, fields) = SitePerson.Form(await alice.OpenAsync(), "Test Client");

        await alice.Browser.PostAsync(
            path,
            [.. fields, ("scope", "notes.read"), ("scope", "files.read"), ("scope", "admin"), ("action", "switch")]
        );

        Assert.Equal("notes.read", (await client.CallAsync(tokens.AccessToken)).Body);
        Assert.Equal("notes.read", (await client.RefreshAsync(tokens.RefreshToken)).Granted);
    }

    [Fact]
    public async Task Switching_everything_off_changes_nothing_and_says_so()
    {
        var tokens = await client.ConnectAsync();
        await alice.SignInAsync();

        var page = await alice.PressAsync("Test Client", "switch", "files.read", "notes.read", "notes.write");

        Assert.Contains("keep at least one", page.Body, StringComparison.Ordinal);
        Assert.Equal("files.read notes.read notes.write", (await client.CallAsync(tokens.AccessToken)).Body);
    }

    [Theory]
    [InlineData("disconnect")]
    [InlineData("switch")]
    public async Task Nobody_sees_or_changes_the_connection_of_another_person_even_by_its_id(string action)
    {
        var tokens = await client.ConnectAsync();
        await alice.SignInAsync();
        var (path, fields) = SitePerson.Form(await alice.OpenAsync(), "Test Client");
        await bob.SignInAsync();
        using var other = await SiteClient.RegisterAsync(site, "Bobs client");
        await other.ConnectAsync();
        var (ownPath, ownFields) = SitePerson.Form(await bob.OpenAsync(), "Bobs client");

        Assert.Equal(["Bobs client"], SitePerson.Clients(await bob.OpenAsync()));
        var withHerForm = await bob.Browser.PostAsync(path, [.. fields, ("action", action)]);
        var withHisSeal = await bob.Browser.PostAsync(path, [.. ownFields, ("action", action)]);

        Assert.Equal((400, "form-foreign"), (withHerForm.Status, withHerForm.Problem));
        Assert.Equal((400, "form-foreign"), (withHisSeal.Status, withHisSeal.Problem));
        Assert.NotEqual(path, ownPath);
        Assert.Equal("files.read notes.read notes.write", (await client.CallAsync(tokens.AccessToken)).Body);
    }

    [Fact]
    public async Task A_right_seal_for_the_connection_of_another_person_is_not_enough()
    {
        var tokens = await client.ConnectAsync();
        await alice.SignInAsync();
        var (path, _) = SitePerson.Form(await alice.OpenAsync(), "Test Client");
        await bob.SignInAsync();
        var seals = site.Services.GetRequiredService<AspNetCore.People.FormSeal>();
        var his = OAuth.TokenHash.Of(bob.Browser.Cookies["__Host-gatehouse-person"]);

        var answer = await bob.Browser.PostAsync(path, [("seal", seals.New(path, his)), ("action", "disconnect")]);

        Assert.Equal((404, "connection-unknown"), (answer.Status, answer.Problem));
        Assert.Equal(200, (await client.CallAsync(tokens.AccessToken)).Status);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_foreign_page_changes_nothing(string header, string value)
    {
        var tokens = await client.ConnectAsync();
        await alice.SignInAsync();
        var (path, fields) = SitePerson.Form(await alice.OpenAsync(), "Test Client");

        var answer = await alice.Browser.PostAsync(path, [.. fields, ("action", "disconnect")], (header, value));

        Assert.Equal((400, "form-foreign"), (answer.Status, answer.Problem));
        Assert.Equal(200, (await client.CallAsync(tokens.AccessToken)).Status);
    }

    [Fact]
    public async Task A_form_with_a_forged_or_a_missing_or_an_old_seal_changes_nothing()
    {
        var tokens = await client.ConnectAsync();
        await alice.SignInAsync();
        var (path, fields) = SitePerson.Form(await alice.OpenAsync(), "Test Client");
        (string, string)[] press = [("action", "disconnect")];

        Assert.Equal("form-foreign", (await alice.Browser.PostAsync(path, press)).Problem);
        Assert.Equal("form-foreign", (await alice.Browser.PostAsync(path, [("seal", "AAAA"), .. press])).Problem);
        Assert.Equal("form-foreign", (await alice.Browser.PostAsync(path, [("seal", "é"), .. press])).Problem);
        for (var minutes = 0; minutes < 60; minutes += 20)
        {
            site.Time.Advance(TimeSpan.FromMinutes(20));
            await alice.OpenAsync();
        }

        Assert.Equal("form-foreign", (await alice.Browser.PostAsync(path, [.. fields, .. press])).Problem);
        Assert.Equal(200, (await client.RefreshAsync(tokens.RefreshToken)).Status);
    }

    [Fact]
    public async Task A_form_of_an_ended_session_changes_nothing_and_asks_to_sign_in()
    {
        var tokens = await client.ConnectAsync();
        await alice.SignInAsync();
        var (path, fields) = SitePerson.Form(await alice.OpenAsync(), "Test Client");
        site.Time.Advance(TimeSpan.FromMinutes(31));

        var answer = await alice.Browser.PostAsync(path, [.. fields, ("action", "disconnect")]);

        Assert.Equal((403, "Your connections"), (answer.Status, answer.Heading));
        Assert.Contains("Nothing was changed", answer.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await client.CallAsync(tokens.AccessToken)).Status);
    }

    [Fact]
    public async Task A_connection_that_ended_meanwhile_is_not_there()
    {
        var tokens = await client.ConnectAsync();
        await alice.SignInAsync();
        var (path, fields) = SitePerson.Form(await alice.OpenAsync(), "Test Client");
        await client.RevokeAsync(tokens.RefreshToken);

        var answer = await alice.Browser.PostAsync(path, [.. fields, ("action", "disconnect")]);

        Assert.Equal((404, "connection-unknown"), (answer.Status, answer.Problem));
    }

    [Fact]
    public async Task Every_act_is_in_the_audit_log_with_who_did_it()
    {
        await client.ConnectAsync();
        await alice.SignInAsync();
        await alice.PressAsync("Test Client", "switch", "files.read");
        await alice.PressAsync("Test Client", "disconnect");

        var lines = await site
            .Services.GetRequiredService<IAuditLog>()
            .ListAsync(new AuditQuery(10), TestContext.Current.CancellationToken);

        Assert.Equal(
            ["connection.revoked", "connection.switched", "person.signed-in", "connection.made"],
            lines.Select(line => line.Event)
        );
        Assert.All(lines, line => Assert.Equal(lines[^1].PersonKey, line.PersonKey));
        Assert.Contains("off: files.read, on: ", lines[1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switch_on_one_node_reaches_the_others()
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-switch-");
        var database = Path.Combine(folder.FullName, "gatehouse.db");
        await using (var one = await Site.StartAsync(new SiteOptions { Database = database }))
        await using (var two = await Site.StartAsync(new SiteOptions { Database = database, Time = one.Time }))
        {
            using var here = await SiteClient.RegisterAsync(one);
            using var there = SiteClient.Of(two, here.Id);
            var tokens = await here.ConnectAsync();
            Assert.Equal("files.read notes.read notes.write", (await there.CallAsync(tokens.AccessToken)).Body);
            using var person = await new SitePerson(one, "alice").SignInAsync();
            await person.PressAsync("Test Client", "switch", "files.read");

            await Background.RevocationsAsync(two);

            Assert.Equal("notes.read notes.write", (await there.CallAsync(tokens.AccessToken)).Body);
        }

        folder.Delete(recursive: true);
    }
}
