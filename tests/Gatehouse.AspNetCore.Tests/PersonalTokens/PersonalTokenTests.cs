using System.Text;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Tokens;
using Gatehouse.Testing.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.AspNetCore.Tests.PersonalTokens;

public sealed class PersonalTokenTests : IAsyncLifetime
{
    private Site site = null!;
    private SiteClient caller = null!;
    private SitePerson alice = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        caller = SiteClient.Of(site, "nobody");
        alice = await new SitePerson(site, "alice").SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        alice.Dispose();
        caller.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_token_may_do_what_was_chosen_and_what_that_implies()
    {
        var page = await alice.MakeTokenAsync("Backup <1>", "notes.write");

        Assert.Equal((200, "Your token “Backup <1>”"), (page.Status, page.Heading));
        Assert.Equal("no-store", page.Header("Cache-Control"));
        var token = SitePerson.Token(page)!;
        Assert.Equal("notes.read notes.write", (await caller.CallAsync(token)).Body);
        Assert.Equal(("token Backup <1>", "mcp.example.com"), Named());
    }

    [Fact]
    public async Task A_token_has_a_credential_of_its_own()
    {
        var token = await TokenAsync("notes.read");

        var hash = PersonalToken.TryParse(token, out var read) ? read.Hash : default;
        var family = (await site.Services.GetRequiredService<ITokenStore>().FindRefreshTokenAsync(hash, Stop))!.Family;
        var open = await site.Services.GetRequiredService<CredentialVault>().OpenAsync(family.Connection, Stop);
        Assert.Equal("credential-2", Encoding.UTF8.GetString(open!.Content));
    }

    [Fact]
    public async Task It_is_shown_once()
    {
        var begun = await alice.AskTokenAsync("Backup", "notes.read");
        Assert.NotNull(SitePerson.Token(await alice.Browser.OpenAsync(begun.Location)));

        var again = await alice.Browser.OpenAsync(begun.Location);

        Assert.Equal((410, "token-shown"), (again.Status, again.Problem));
        Assert.DoesNotContain("gth_", again.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_windows_that_ask_at_once_one_sees_it()
    {
        var begun = await alice.AskTokenAsync("Backup", "notes.read");

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => alice.Browser.OpenAsync(begun.Location)));

        Assert.Single(pages, page => page.Status == 200 && SitePerson.Token(page) is not null);
    }

    [Fact]
    public async Task Another_browser_does_not_see_it()
    {
        var begun = await alice.AskTokenAsync("Backup", "notes.read");
        using var other = new SiteBrowser(site);
        await other.OpenAsync(SitePerson.Page);

        var page = await other.OpenAsync(begun.Location);

        Assert.Equal((403, "browser-changed"), (page.Status, page.Problem));
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("notes.read admin")]
    [InlineData("notes.read files.write")]
    [InlineData("notes.read \"")]
    public async Task A_token_with_a_scope_its_owner_lacks_is_refused(string scopes)
    {
        var started = site.SignIn.Started.Count;

        var page = await alice.AskTokenAsync("Backup", scopes);

        Assert.Equal((400, "token-scope-refused"), (page.Status, page.Problem));
        Assert.Equal(started, site.SignIn.Started.Count);
    }

    [Theory]
    [InlineData("", "notes.read", "30")]
    [InlineData("   ", "notes.read", "30")]
    [InlineData("line\nbreak", "notes.read", "30")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901", "notes.read", "30")]
    [InlineData("Backup", "", "30")]
    [InlineData("Backup", "notes.read", "366")]
    [InlineData("Backup", "notes.read", "-7")]
    [InlineData("Backup", "notes.read", "")]
    [InlineData("Backup", "notes.read", "99999999999999999999")]
    public async Task A_form_that_lacks_something_makes_nothing_and_says_what(string name, string scopes, string days)
    {
        var started = site.SignIn.Started.Count;

        var page = await alice.AskTokenAsync(name, scopes, days);

        Assert.Contains("No token was made", page.Body, StringComparison.Ordinal);
        Assert.Equal(started, site.SignIn.Started.Count);
    }

    [Fact]
    public async Task A_revoked_token_is_refused_at_once_and_its_credential_deleted()
    {
        var token = await TokenAsync("notes.read");
        Assert.Equal(200, (await caller.CallAsync(token)).Status);

        var answer = await alice.PressAsync("Backup", "disconnect");

        Assert.StartsWith("/connections?done=disconnected", answer.Location, StringComparison.Ordinal);
        var refused = await caller.CallAsync(token);
        Assert.Equal((401, "invalid_token"), (refused.Status, refused.Error));
        await Background.DeletionsAsync(site);
        Assert.Contains("credential-2", site.SignIn.Deleted);
        site.Time.Advance(TimeSpan.FromHours(2));
        await Background.RevocationsAsync(site);
        Assert.Equal(401, (await caller.CallAsync(token)).Status);
    }

    [Fact]
    public async Task A_token_ends_at_its_time_and_its_connection_with_it()
    {
        var token = await TokenAsync("notes.read", "7");
        site.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await caller.CallAsync(token)).Status);

        site.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(401, (await caller.CallAsync(token)).Status);
        await Background.PurgeAsync(site);
        await Background.DeletionsAsync(site);
        Assert.Contains("credential-2", site.SignIn.Deleted);
    }

    [Fact]
    public async Task A_living_token_is_not_taken_for_an_abandoned_connection()
    {
        var token = await TokenAsync("notes.read", "365");
        site.Time.Advance(TimeSpan.FromDays(200));

        await Background.PurgeAsync(site);

        Assert.Equal(200, (await caller.CallAsync(token)).Status);
    }

    [Fact]
    public async Task The_page_shows_it_with_its_end_and_never_again_the_secret()
    {
        var token = await TokenAsync("notes.read files.read", "90");

        var page = await alice.OpenAsync();

        Assert.Equal(["Backup"], SitePerson.Clients(page));
        Assert.Contains("22 February 2027", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(token, page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_switched_like_any_connection()
    {
        var token = await TokenAsync("notes.read files.read");
        Assert.Equal("files.read notes.read", (await caller.CallAsync(token)).Body);

        await alice.PressAsync("Backup", "switch", "files.read");

        Assert.Equal("notes.read", (await caller.CallAsync(token)).Body);
        site.Time.Advance(TimeSpan.FromHours(2));
        await Background.RevocationsAsync(site);
        Assert.Equal("notes.read", (await caller.CallAsync(token)).Body);

        await alice.SignInAsync();
        await alice.PressAsync("Backup", "switch");
        site.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("files.read notes.read", (await caller.CallAsync(token)).Body);
    }

    [Fact]
    public async Task Nobody_else_can_finish_it_and_what_they_gave_is_given_back()
    {
        site.SignIn.Who = "bob";

        var page = await alice.MakeTokenAsync("Backup", "notes.read");

        Assert.Equal("person-differs", page.Problem);
        Assert.Null(SitePerson.Token(page));
        Assert.Contains("credential-2", site.SignIn.Deleted);
        Assert.Empty(SitePerson.Clients(await alice.OpenAsync()));
        Assert.Empty(await site.Services.GetRequiredService<IConnectionStore>().ListAsync(KeyOf("bob"), Stop));
    }

    [Fact]
    public async Task After_the_wrong_person_the_right_one_can_try_again()
    {
        site.SignIn.Who = "bob";
        var begun = await alice.AskTokenAsync("Backup", "notes.read");
        Assert.Equal("person-differs", (await alice.Browser.OpenAsync(begun.Location)).Problem);
        site.SignIn.Who = "alice";

        await alice.Browser.PostAsync(begun.Location, [("action", "retry")]);

        Assert.NotNull(SitePerson.Token(await alice.Browser.OpenAsync(begun.Location)));
    }

    [Fact]
    public async Task It_is_of_no_use_at_the_token_endpoint()
    {
        var token = await TokenAsync("notes.read");
        using var client = await SiteClient.RegisterAsync(site);

        Assert.Equal("invalid_grant", (await client.RefreshAsync(token)).Error);
        Assert.Equal("invalid_grant", (await client.RevokeAsync(token)).Error);
        Assert.Equal(200, (await caller.CallAsync(token)).Status);
    }

    [Fact]
    public async Task A_refresh_token_is_of_no_use_at_the_resource()
    {
        using var client = await SiteClient.RegisterAsync(site);
        var tokens = await client.ConnectAsync();

        Assert.Equal(401, (await caller.CallAsync(tokens.RefreshToken)).Status);
    }

    [Fact]
    public async Task A_mistyped_or_guessed_one_costs_no_look_into_the_store_or_one()
    {
        var token = await TokenAsync("notes.read");
        site.Stores.Forget();

        Assert.Equal(401, (await caller.CallAsync(token[..^1] + (token[^1] == 'a' ? 'b' : 'a'))).Status);
        Assert.Empty(site.Stores.Calls);
        Assert.Equal(401, (await caller.CallAsync(PersonalToken.New().Reveal())).Status);
        Assert.Equal(["ITokenStore.FindRefreshTokenAsync"], site.Stores.Calls);
    }

    [Fact]
    public async Task A_used_one_is_looked_up_once_a_minute()
    {
        var token = await TokenAsync("notes.read");
        site.Stores.Forget();
        for (var calls = 0; calls < 5; calls++)
        {
            await caller.CallAsync(token);
        }

        Assert.Single(site.Stores.Calls);
    }

    [Fact]
    public async Task A_store_that_fails_is_503_and_not_a_refusal()
    {
        var token = await TokenAsync("notes.read");
        site.Stores.Break("FindRefreshToken");

        Assert.Equal((503, "temporarily_unavailable"), await StatusAsync(token));
    }

    [Fact]
    public async Task Making_and_revoking_are_in_the_audit_log_without_the_secret()
    {
        var token = await TokenAsync("notes.read");
        await alice.PressAsync("Backup", "disconnect");

        var lines = await site.Services.GetRequiredService<IAuditLog>().ListAsync(new AuditQuery(10), Stop);

        Assert.Equal(["connection.revoked", "token.made", "person.signed-in"], lines.Select(line => line.Event));
        Assert.All(lines, line => Assert.Equal(KeyOf("alice"), line.PersonKey));
        Assert.StartsWith("Backup, notes.read, 30 days, ", lines[1].Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Detail.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_form_of_another_session_or_of_a_foreign_page_makes_nothing()
    {
        using var bob = await new SitePerson(site, "bob").SignInAsync();
        var seal = (await bob.OpenAsync()).Page.QuerySelector("form[action='/connections/tokens'] input")!;
        var started = site.SignIn.Started.Count;
        (string, string)[] form = [("name", "Backup"), ("scope", "notes.read"), ("days", "30")];

        var foreign = await alice.Browser.PostAsync(
            "/connections/tokens",
            [.. form, ("seal", seal.GetAttribute("value")!)]
        );
        var unsealed = await alice.Browser.PostAsync("/connections/tokens", form);

        Assert.Equal(("form-foreign", "form-foreign"), (foreign.Problem, unsealed.Problem));
        Assert.Equal(started, site.SignIn.Started.Count);
    }

    [Fact]
    public async Task A_token_lives_through_a_restart_and_the_database_knows_only_its_hash()
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-token-");
        var options = new SiteOptions { Database = Path.Combine(folder.FullName, "gatehouse.db"), Time = site.Time };
        string token;
        await using (var before = await Site.StartAsync(options))
        {
            using var person = await new SitePerson(before, "alice").SignInAsync();
            token = SitePerson.Token(await person.MakeTokenAsync("Backup", "notes.read"))!;
        }

        var written = Directory
            .GetFiles(folder.FullName)
            .Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)));
        Assert.DoesNotContain(written, bytes => bytes.Contains(token[4..], StringComparison.Ordinal));
        Assert.Contains(written, bytes => bytes.Contains(TokenHash.Of(token).Value, StringComparison.Ordinal));
        await using (var after = await Site.StartAsync(options))
        {
            using var same = SiteClient.Of(after, "nobody");
            Assert.Equal("notes.read", (await same.CallAsync(token)).Body);
        }

        folder.Delete(recursive: true);
    }

    private static string KeyOf(string name) => new Person("https://door.example.com", name, name).Key;

    private (string Name, string Host) Named()
    {
        var last = site.SignIn.Started.Last();
        return (last.ClientName, last.ClientHost);
    }

    private async Task<string> TokenAsync(string scopes, string days = "30") =>
        SitePerson.Token(await alice.MakeTokenAsync("Backup", scopes, days))!;

    private async Task<(int Status, string? Error)> StatusAsync(string token)
    {
        var answer = await caller.CallAsync(token);
        return (answer.Status, answer.Error);
    }
}
