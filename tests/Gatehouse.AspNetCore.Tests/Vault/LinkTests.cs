using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.Testing.Sites;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.AspNetCore.Tests.Vault;

/// <summary>An account is linked once, in the trip of the first sign-in, and is kept for the person.</summary>
public sealed class LinkTests
{
    private readonly ScriptedSignIn cloud = new() { Name = "cloud" };
    private string? accountName = "alice";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_sign_in_links_an_account_in_the_same_trip()
    {
        await using var site = await StartAsync();
        cloud.Start = _ => ScriptedSignIn.Waiting("grant");
        cloud.Continue = _ => ScriptedSignIn.Waiting("grant");
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var path = await ApproveAsync(browser, client);

        var page = await browser.OpenAsync(path);

        Assert.Contains("Link your account", page.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        cloud.Continue = null;
        Assert.NotNull((await browser.OpenAsync(path)).Parameter("code"));
        Assert.Equal("alice", (await LinkAsync(site))!.AccountName);
    }

    [Fact]
    public async Task The_next_sign_in_needs_no_account_again()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        await SignInAsync(browser, client);

        await SignInAsync(browser, client);

        Assert.Single(cloud.Started);
        Assert.Empty(cloud.Deleted);
    }

    [Theory]
    [InlineData("bob")]
    [InlineData(null)]
    public async Task An_account_of_another_name_is_refused_and_given_back(string? expected)
    {
        accountName = expected;
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);

        var page = await SignInAsync(browser, client);

        Assert.Equal("account-differs", page.Problem);
        Assert.Single(cloud.Deleted);
        Assert.Null(await LinkAsync(site));
    }

    [Fact]
    public async Task The_operator_can_allow_any_account()
    {
        accountName = "bob";
        await using var site = await StartAsync(mustMatch: false);
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);

        Assert.NotNull((await SignInAsync(browser, client)).Parameter("code"));
    }

    [Fact]
    public async Task Cancelling_on_the_way_gives_back_what_the_sign_in_brought()
    {
        await using var site = await StartAsync();
        cloud.Start = _ => ScriptedSignIn.Waiting("grant");
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var path = await ApproveAsync(browser, client);
        await browser.OpenAsync(path);

        await browser.PostAsync(path, [("action", "cancel")]);

        Assert.Single(site.SignIn.Deleted);
    }

    [Fact]
    public async Task A_link_outlives_its_connection_and_undoing_it_ends_all_of_them()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        await SignInAsync(browser, client);
        var connections = site.Services.GetRequiredService<IConnectionStore>();
        var first = Assert.Single(await connections.ListAsync(Alice.Key, Stop));
        await site.Services.GetRequiredService<ConnectionRegistry>().RevokeAsync(first.Id, "test");
        Assert.NotNull(await LinkAsync(site));
        await SignInAsync(browser, client);

        var undone = await Links(site).UndoAsync((await LinkAsync(site))!, "test");

        Assert.True(undone);
        Assert.Null(await LinkAsync(site));
        Assert.Empty(await connections.ListAsync(Alice.Key, Stop));
    }

    [Fact]
    public async Task The_connections_page_shows_the_account_and_undoes_the_link()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var alice = new SitePerson(site, "alice");
        await SignInAsync(alice.Browser, client);
        await alice.SignInAsync();

        var done = await alice.PressAsync("Your account alice", "unlink");

        Assert.Equal(303, done.Status);
        Assert.Null(await LinkAsync(site));
        Assert.Contains("Unlinked", (await alice.Browser.OpenAsync(done.Location)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_fails_after_the_grant_lets_the_person_begin_anew_and_gives_everything_back()
    {
        await using var site = await StartAsync();
        cloud.Start = _ => ScriptedSignIn.Waiting("grant");
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var path = await ApproveAsync(browser, client);
        await browser.OpenAsync(path);
        site.Stores.Break("IVaultStore.LinkAsync");
        Assert.Equal("storage-unavailable", (await browser.OpenAsync(path)).Problem);
        site.Stores.Mend();

        var page = await browser.OpenAsync(path);

        Assert.Equal("storage-unavailable", page.Problem);
        Assert.Single(cloud.Deleted);
        Assert.Single(site.SignIn.Deleted);
        cloud.Start = null;
        await browser.PostAsync(path, [("action", "retry")]);
        Assert.NotNull((await browser.OpenAsync(path)).Parameter("code"));
        Assert.Equal(2, site.SignIn.Started.Count);
    }

    [Fact]
    public async Task A_connection_that_cannot_be_written_after_the_link_gives_back_what_the_provider_gave()
    {
        await using var site = await StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        cloud.Start = _ => ScriptedSignIn.Waiting("grant");
        var path = await ApproveAsync(browser, client);
        await browser.OpenAsync(path);
        site.Stores.Break("ConnectAsync");
        await browser.OpenAsync(path);
        site.Stores.Mend();
        await browser.OpenAsync(path);

        await browser.PostAsync(path, [("action", "retry")]);

        Assert.NotNull((await browser.OpenAsync(path)).Parameter("code"));
        Assert.Single(site.SignIn.Deleted);
        Assert.Equal(2, site.SignIn.Started.Count);
        Assert.Single(cloud.Started);
    }

    [Fact]
    public async Task A_callback_that_is_loaded_again_while_the_account_is_linked_goes_on_there()
    {
        await using var site = await StartAsync();
        cloud.Start = _ => ScriptedSignIn.Waiting("grant");
        cloud.Continue = _ => ScriptedSignIn.Waiting("grant");
        site.SignIn.TakeAway();
        using var client = await SiteClient.RegisterAsync(site);
        using var browser = new SiteBrowser(site);
        var path = await ApproveAsync(browser, client);
        var state = QueryHelpers.ParseQuery(new Uri((await browser.OpenAsync(path)).Location).Query)["state"];
        await browser.OpenAsync($"/callback/door?state={state}&code=upstream");
        await browser.OpenAsync(path);

        var again = await browser.OpenAsync($"/callback/door?state={state}&code=upstream");

        Assert.Equal((303, path), (again.Status, again.Location));
        Assert.Single(site.SignIn.Answers);
    }

    [Fact]
    public async Task The_connections_page_asks_for_no_account()
    {
        await using var site = await StartAsync();
        using var alice = await new SitePerson(site, "alice").SignInAsync();

        Assert.Empty(cloud.Started);
    }

    private static Person Alice => new("https://door.example.com", "alice", "alice");

    private static AccountLinks Links(Site site) => site.Services.GetRequiredService<AccountLinks>();

    private static Task<StoredLink?> LinkAsync(Site site) => Links(site).FindAsync(Alice.Key, Stop);

    private static async Task<string> ApproveAsync(SiteBrowser browser, SiteClient client) =>
        (await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve")).Location;

    private static async Task<SiteAnswer> SignInAsync(SiteBrowser browser, SiteClient client)
    {
        var path = await ApproveAsync(browser, client);

        // The first look starts the link, the second one ends it.
        var page = await browser.OpenAsync(path);
        return page.Status == 200 && page.Problem is null ? await browser.OpenAsync(path) : page;
    }

    private async Task<Site> StartAsync(bool mustMatch = true)
    {
        var site = await Site.StartAsync(
            new SiteOptions
            {
                Gatehouse = gatehouse =>
                {
                    gatehouse.LinkedSignIn = "cloud";
                    gatehouse.LinkedAccountMustMatch = mustMatch;
                },
                Services = services => services.AddSingleton<ISignIn>(cloud),
            }
        );
        site.SignIn.Start = _ => (SignInStep.SignedIn)site.SignIn.SignedIn() with { AccountName = accountName };
        return site;
    }
}
