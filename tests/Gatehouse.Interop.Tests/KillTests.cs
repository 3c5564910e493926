using System.Net;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.Testing.Browser;
using Gatehouse.Testing.Clients;
using Gatehouse.Testing.Hosts;

namespace Gatehouse.Interop.Tests;

/// <summary>
/// kill -9 of the real process at each step of a sign-in and of a refresh, and a start on the same data. The cloud lives on, as a real one
/// would. Somebody who was signed in before stays signed in through all of it.
/// </summary>
public sealed class KillTests : IAsyncLifetime
{
    private readonly ScriptedBrowser browser = new();
    private readonly ScriptedBrowser bobsBrowser = new();
    private DemoCloudServer? cloud;
    private GatehouseProcess? gatehouse;
    private ScriptedClient? alice;
    private ScriptedClient? bob;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        cloud = await DemoCloudServer.StartAsync(new DemoCloudOptions(), Stop);
        gatehouse = await GatehouseProcess.StartAsync(cloud.Address, Stop);
        alice = new ScriptedClient(gatehouse.Url) { Name = "Client of alice" };
        bob = new ScriptedClient(gatehouse.Url) { Name = "Client of bob" };
        await alice.RegisterAsync(Stop);
        await bob.RegisterAsync(Stop);
        var walk = new SignInWalk(bobsBrowser, ScriptedPerson.Bob);
        await bob.RedeemAsync(await walk.WalkAsync(bob.NewAuthorizationUrl(), Stop), Stop);
    }

    [Fact]
    public async Task Before_the_consent_form_is_sent()
    {
        var walk = Walk();
        await walk.OpenAsync(alice!.NewAuthorizationUrl(), Stop);

        await gatehouse!.RestartAsync(Stop);

        await walk.AllowAsync(Stop);
        await walk.GrantAsync(Stop);
        await SignedInAsync(await walk.FinishAsync(Stop));
    }

    [Fact]
    public async Task After_the_consent_form_was_sent()
    {
        var walk = await AllowedAsync();

        await gatehouse!.RestartAsync(Stop);

        await walk.GrantAsync(Stop);
        await SignedInAsync(await walk.FinishAsync(Stop));
    }

    [Fact]
    public async Task While_the_person_waits()
    {
        var walk = await AllowedAsync();
        await walk.Tab.RefreshAsync(Stop);

        await gatehouse!.KillAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => walk.Tab.RefreshAsync(Stop));
        await gatehouse.StartAgainAsync(Stop);
        await walk.Tab.RefreshAsync(Stop);

        await walk.GrantAsync(Stop);
        await SignedInAsync(await walk.FinishAsync(Stop));
    }

    [Fact]
    public async Task After_the_grant_and_before_the_poll()
    {
        var walk = await AllowedAsync();

        await gatehouse!.KillAsync();
        await walk.GrantAsync(Stop);
        await gatehouse.StartAgainAsync(Stop);

        await SignedInAsync(await walk.FinishAsync(Stop));
    }

    [Fact]
    public async Task Between_the_poll_and_its_commit_only_that_sign_in_is_lost()
    {
        var walk = await AllowedAsync();
        await walk.GrantAsync(Stop);
        var gate = cloud!.Faults.HoldNext(request => request.Path.EndsWith("/cloud/user", StringComparison.Ordinal));
        var finishing = walk.FinishAsync(Stop);
        await gate.ReachedAsync(Stop);

        await gatehouse!.KillAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => finishing);
        gate.Open();
        await gatehouse.StartAgainAsync(Stop);

        // The cloud has handed out the app password and answers no second time: the page waits on, and the person cancels and begins anew.
        await walk.Tab.RefreshAsync(Stop);
        Assert.Contains("access_denied", (await walk.CancelAsync(Stop)).Query, StringComparison.Ordinal);
        await SignedInAsync(await Walk().WalkAsync(alice!.NewAuthorizationUrl(), Stop));
    }

    [Fact]
    public async Task After_completion_and_before_the_code_is_redeemed()
    {
        var redirect = await Walk().WalkAsync(alice!.NewAuthorizationUrl(), Stop);

        await gatehouse!.RestartAsync(Stop);

        await SignedInAsync(redirect);
    }

    [Fact]
    public async Task After_completion_and_before_the_browser_saw_the_answer()
    {
        var walk = Walk();
        await walk.WalkAsync(alice!.NewAuthorizationUrl(), Stop);

        await gatehouse!.RestartAsync(Stop);

        await SignedInAsync(await walk.FinishAsync(Stop));
    }

    [Fact]
    public async Task While_the_code_is_redeemed_the_client_gets_tokens_or_a_clear_refusal()
    {
        var redirect = await Walk().WalkAsync(alice!.NewAuthorizationUrl(), Stop);

        var redeeming = alice.RedeemAsync(redirect, Stop);
        await gatehouse!.KillAsync();
        var lost = await LostAsync(redeeming);
        await gatehouse.StartAgainAsync(Stop);

        if (lost && await alice.RedeemAsync(redirect, Stop) is { Error: { } error })
        {
            Assert.Equal("invalid_grant", error);
            await SignedInAsync(await Walk().WalkAsync(alice.NewAuthorizationUrl(), Stop));
        }
        else
        {
            await WorksAsync(alice, "alice");
        }
    }

    [Fact]
    public async Task After_redemption_and_before_the_tokens_are_used()
    {
        await RedeemedAsync();

        await gatehouse!.RestartAsync(Stop);

        await WorksAsync(alice!, "alice");
        Assert.Equal(HttpStatusCode.OK, (await alice!.RefreshAsync(Stop)).Status);
    }

    [Fact]
    public async Task After_a_refresh_whose_answer_was_lost_the_old_token_gives_the_same_successor()
    {
        await RedeemedAsync();
        var old = alice!.RefreshToken;
        await alice.RefreshAsync(Stop);
        var successor = alice.RefreshToken;

        await gatehouse!.RestartAsync(Stop);
        alice.RefreshToken = old;
        Assert.Equal(HttpStatusCode.OK, (await alice.RefreshAsync(Stop)).Status);

        Assert.Equal(successor, alice.RefreshToken);
        await WorksAsync(alice, "alice");
    }

    [Fact]
    public async Task While_tokens_are_refreshed_again_and_again_nobody_is_signed_out()
    {
        await RedeemedAsync();
        for (var round = 0; round < 5; round++)
        {
            var old = alice!.RefreshToken;
            var refreshing = alice.RefreshAsync(Stop);
            await gatehouse!.KillAsync();
            if (await LostAsync(refreshing))
            {
                alice.RefreshToken = old;
            }

            await gatehouse.StartAgainAsync(Stop);
            Assert.Equal(HttpStatusCode.OK, (await alice.RefreshAsync(Stop)).Status);
            await WorksAsync(alice, "alice");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await WorksAsync(bob!, "bob");
        Assert.Equal(HttpStatusCode.OK, (await bob!.RefreshAsync(Stop)).Status);
        await gatehouse!.DisposeAsync();
        await cloud!.DisposeAsync();
        alice!.Secrets.Check(gatehouse.Log);
        bob.Secrets.Check(gatehouse.Log);
        alice.Dispose();
        bob.Dispose();
        browser.Dispose();
        bobsBrowser.Dispose();
    }

    private static async Task WorksAsync(ScriptedClient client, string user)
    {
        var answer = await client.CallToolAsync("access", [], Stop);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(user, (string?)answer.Body["result"]!["structuredContent"]!["user"]);
    }

    // The kill may come before, in or after the request; the client knows only whether it has an answer.
    private static async Task<bool> LostAsync(Task<Answer> request)
    {
        try
        {
            Assert.Equal(HttpStatusCode.OK, (await request).Status);
            return false;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }

    private SignInWalk Walk() => new(browser, ScriptedPerson.Alice);

    private async Task<SignInWalk> AllowedAsync()
    {
        var walk = Walk();
        await walk.OpenAsync(alice!.NewAuthorizationUrl(), Stop);
        await walk.AllowAsync(Stop);
        return walk;
    }

    private async Task RedeemedAsync() =>
        await alice!.RedeemAsync(await Walk().WalkAsync(alice.NewAuthorizationUrl(), Stop), Stop);

    private async Task SignedInAsync(Uri redirect)
    {
        Assert.Equal(HttpStatusCode.OK, (await alice!.RedeemAsync(redirect, Stop)).Status);
        await WorksAsync(alice, "alice");
    }
}
