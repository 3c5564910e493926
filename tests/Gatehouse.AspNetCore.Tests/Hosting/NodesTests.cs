using Gatehouse.AspNetCore.Authorization;
using Gatehouse.Testing.Sites;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.AspNetCore.Tests.Hosting;

/// <summary>Two servers on one database, or one before and after a restart: they hold no authority of their own.</summary>
public sealed class NodesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gatehouse-nodes-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Tokens_and_clients_live_through_a_restart()
    {
        SiteAnswer tokens;
        string id;
        await using (var before = await StartAsync())
        {
            using var client = await SiteClient.RegisterAsync(before);
            id = client.Id;
            tokens = await client.ConnectAsync();
        }

        await using var after = await StartAsync();
        using var same = SiteClient.Of(after, id);

        Assert.Equal(200, (await same.CallAsync(tokens.AccessToken)).Status);
        Assert.Equal(200, (await same.RefreshAsync(tokens.RefreshToken)).Status);
        Assert.NotNull(await same.SignInAsync());
    }

    [Fact]
    public async Task A_consent_page_and_a_code_live_through_a_restart()
    {
        string id;
        string code;
        SiteAnswer page;
        Dictionary<string, string> cookies;
        await using (var before = await StartAsync())
        {
            using var client = await SiteClient.RegisterAsync(before);
            using var browser = new SiteBrowser(before);
            id = client.Id;
            code = await client.SignInAsync();
            page = await browser.OpenAsync(client.AuthorizeUrl());
            cookies = browser.Cookies;
        }

        await using var after = await StartAsync();
        using var same = SiteClient.Of(after, id);
        using var again = new SiteBrowser(after);
        again.Cookies["__Host-gatehouse-browser"] = cookies["__Host-gatehouse-browser"];

        Assert.Equal(200, (await same.RedeemAsync(code)).Status);
        Assert.NotNull((await again.ApproveAsync(page)).Parameter("code"));
    }

    [Fact]
    public async Task The_story_of_a_sign_in_goes_on_after_a_restart()
    {
        string path;
        Dictionary<string, string> cookies;
        await using (var before = await StartAsync())
        {
            before.SignIn.Start = _ => ScriptedSignIn.Waiting("first");
            using var client = await SiteClient.RegisterAsync(before);
            using var browser = new SiteBrowser(before);
            path = (await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve")).Location;
            cookies = browser.Cookies;
        }

        await using var after = await StartAsync();
        after.SignIn.Continue = _ => after.SignIn.SignedIn();
        using var again = new SiteBrowser(after);
        again.Cookies["__Host-gatehouse-browser"] = cookies["__Host-gatehouse-browser"];
        await again.OpenAsync(path);

        Assert.True(TransactionId.TryParse(path.Split('/')[^1], out var id));
        var stored = await after
            .Services.GetRequiredService<ITransactionStore>()
            .FindAsync(id, after.Time.GetUtcNow(), TestContext.Current.CancellationToken);
        Assert.Matches("the person allows .* signed in", stored!.Story);
    }

    [Fact]
    public async Task A_revocation_survives_a_restart()
    {
        SiteAnswer tokens;
        string id;
        await using (var before = await StartAsync())
        {
            using var client = await SiteClient.RegisterAsync(before);
            id = client.Id;
            tokens = await client.ConnectAsync();
            await client.RevokeAsync(tokens.AccessToken);
        }

        await using var after = await StartAsync();
        using var same = SiteClient.Of(after, id);

        Assert.Equal(401, (await same.CallAsync(tokens.AccessToken)).Status);
    }

    [Fact]
    public async Task A_revocation_reaches_the_other_node_at_its_next_look()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        using var here = await SiteClient.RegisterAsync(one);
        using var there = SiteClient.Of(two, here.Id);
        var tokens = await here.ConnectAsync();
        var family = await here.ConnectAsync();
        Assert.Equal(200, (await there.CallAsync(tokens.AccessToken)).Status);

        await here.RevokeAsync(family.RefreshToken);
        await Background.RevocationsAsync(two);
        Assert.Equal(401, (await there.CallAsync(family.AccessToken)).Status);
        Assert.Equal(200, (await there.CallAsync(tokens.AccessToken)).Status);

        await here.RevokeAsync(tokens.RefreshToken);
        await Background.RevocationsAsync(two);
        Assert.Equal(401, (await there.CallAsync(tokens.AccessToken)).Status);
    }

    [Fact]
    public async Task A_node_looks_for_revocations_by_itself()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync(background: true);
        using var here = await SiteClient.RegisterAsync(one);
        using var there = SiteClient.Of(two, here.Id);
        var tokens = await here.ConnectAsync();
        Assert.Equal(200, (await there.CallAsync(tokens.AccessToken)).Status);
        await here.RevokeAsync(tokens.RefreshToken);

        // The look runs beside the requests; how many turns pass meanwhile is the machine's affair, far fewer than make the token expire.
        for (var turn = 0; turn < 1000 && (await there.CallAsync(tokens.AccessToken)).Status == 200; turn++)
        {
            two.Time.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(401, (await there.CallAsync(tokens.AccessToken)).Status);
    }

    [Fact]
    public async Task Two_nodes_that_race_over_one_refresh_token_give_the_same_successor()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        using var here = await SiteClient.RegisterAsync(one);
        using var there = SiteClient.Of(two, here.Id);
        var token = (await here.ConnectAsync()).RefreshToken;

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(number => (number % 2 == 0 ? here : there).RefreshAsync(token))
        );

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Single(answers.Select(answer => answer.RefreshToken).Distinct());
    }

    [Fact]
    public async Task Two_nodes_that_poll_one_sign_in_keep_one_credential_and_give_the_other_back()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        using var client = await SiteClient.RegisterAsync(one);
        using var browser = new SiteBrowser(one);
        using var same = new SiteBrowser(two);
        one.SignIn.Start = _ => ScriptedSignIn.Waiting("1");
        var path = (await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve")).Location;
        same.Cookies["__Host-gatehouse-browser"] = browser.Cookies["__Host-gatehouse-browser"];
        one.SignIn.Continue = _ => one.SignIn.SignedIn();

        // While this node has its answer in hand, the other one finishes.
        one.SignIn.Meanwhile = () => same.OpenAsync(path);

        var answer = await browser.OpenAsync(path);

        Assert.Equal((await same.OpenAsync(path)).Parameter("code"), answer.Parameter("code"));
        Assert.Equal(["credential-1"], one.SignIn.Deleted);
        Assert.Empty(two.SignIn.Deleted);
    }

    [Fact]
    public async Task An_answer_that_comes_to_two_nodes_at_once_is_taken_by_one()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        using var client = await SiteClient.RegisterAsync(one);
        using var browser = new SiteBrowser(one);
        using var same = new SiteBrowser(two);
        one.SignIn.TakeAway();
        var path = (await browser.DecideAsync(await browser.OpenAsync(client.AuthorizeUrl()), "approve")).Location;
        same.Cookies["__Host-gatehouse-browser"] = browser.Cookies["__Host-gatehouse-browser"];
        var state = QueryHelpers.ParseQuery(new Uri((await browser.OpenAsync(path)).Location).Query)["state"];
        var callback = $"/callback/door?state={state}&code=upstream";

        // While this node redeems the answer, the other one gets it too.
        one.SignIn.Meanwhile = () => same.OpenAsync(callback);
        await browser.OpenAsync(callback);

        Assert.Single(one.SignIn.Answers);
        Assert.Empty(two.SignIn.Answers);
        Assert.NotNull((await browser.OpenAsync(path)).Parameter("code"));
    }

    [Fact]
    public async Task The_wrong_master_key_says_so_at_the_start()
    {
        await (await StartAsync()).DisposeAsync();

        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(new string('B', 43) + "="));

        Assert.Contains("another master key", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Restore the master key file", problem.Message, StringComparison.Ordinal);
    }

    private Task<Site> StartAsync(string? masterKey = null, bool background = false) =>
        Site.StartAsync(
            new SiteOptions
            {
                Database = Path.Combine(folder.FullName, "gatehouse.db"),
                Background = background,
                MasterKey = masterKey ?? Convert.ToBase64String(new byte[32]),
            }
        );
}
