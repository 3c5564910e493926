using Gatehouse.Testing.Sites;

namespace Gatehouse.AspNetCore.Tests.Tokens;

public sealed class RefreshTests : IAsyncLifetime
{
    private Site site = null!;
    private SiteClient client = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        client = await SiteClient.RegisterAsync(site);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_token_is_rotated_and_the_new_one_works()
    {
        var first = await client.ConnectAsync();
        var second = await client.RefreshAsync(first.RefreshToken);
        var third = await client.RefreshAsync(second.RefreshToken);

        Assert.Equal((200, 200), (second.Status, third.Status));
        Assert.Equal(3, new[] { first, second, third }.Select(answer => answer.RefreshToken).Distinct().Count());
        Assert.Equal(200, (await client.CallAsync(third.AccessToken)).Status);
        Assert.Equal(200, (await client.CallAsync(first.AccessToken)).Status);
    }

    [Fact]
    public async Task Twenty_at_once_all_get_the_same_successor()
    {
        var first = await client.ConnectAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.RefreshAsync(first.RefreshToken)));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Single(answers.Select(answer => answer.RefreshToken).Distinct());
    }

    [Fact]
    public async Task A_sibling_that_comes_late_within_the_window_gets_the_newest_of_the_chain()
    {
        var first = await client.ConnectAsync();
        var second = await client.RefreshAsync(first.RefreshToken);
        var third = await client.RefreshAsync(second.RefreshToken);
        site.Time.Advance(TimeSpan.FromMinutes(9.9));

        var late = await client.RefreshAsync(first.RefreshToken);

        Assert.Equal(third.RefreshToken, late.RefreshToken);
    }

    [Fact]
    public async Task After_the_window_the_family_ends_and_its_siblings_live()
    {
        var sibling = await client.ConnectAsync();
        var first = await client.ConnectAsync();
        var second = await client.RefreshAsync(first.RefreshToken);
        site.Time.Advance(TimeSpan.FromMinutes(10.1));

        AssertRefused(await client.RefreshAsync(first.RefreshToken));

        AssertRefused(await client.RefreshAsync(second.RefreshToken));
        Assert.Equal(401, (await client.CallAsync(second.AccessToken)).Status);
        Assert.Equal(200, (await client.CallAsync(sibling.AccessToken)).Status);
        Assert.Equal(200, (await client.RefreshAsync(sibling.RefreshToken)).Status);
        Assert.DoesNotContain("credential-2", site.SignIn.Deleted);
    }

    [Fact]
    public async Task The_window_is_not_extended_by_use()
    {
        var first = await client.ConnectAsync();
        await client.RefreshAsync(first.RefreshToken);
        site.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(200, (await client.RefreshAsync(first.RefreshToken)).Status);
        site.Time.Advance(TimeSpan.FromMinutes(6));

        AssertRefused(await client.RefreshAsync(first.RefreshToken));
    }

    [Fact]
    public async Task The_purge_erases_successors_and_reuse_is_still_noticed()
    {
        var first = await client.ConnectAsync();
        var second = await client.RefreshAsync(first.RefreshToken);
        site.Time.Advance(TimeSpan.FromMinutes(10.1));
        await Background.PurgeAsync(site);

        AssertRefused(await client.RefreshAsync(first.RefreshToken));
        AssertRefused(await client.RefreshAsync(second.RefreshToken));
    }

    [Fact]
    public async Task A_window_of_zero_forgives_nothing()
    {
        await using var strict = await Site.StartAsync(
            new SiteOptions { Gatehouse = options => options.RefreshGraceWindow = TimeSpan.Zero }
        );
        using var other = await SiteClient.RegisterAsync(strict);
        var first = await other.ConnectAsync();
        await other.RefreshAsync(first.RefreshToken);
        strict.Time.Advance(TimeSpan.FromMilliseconds(1));

        AssertRefused(await other.RefreshAsync(first.RefreshToken));
    }

    [Fact]
    public async Task Another_client_gets_nothing_and_the_owner_loses_nothing()
    {
        using var thief = await SiteClient.RegisterAsync(site, "Thief");
        var first = await client.ConnectAsync();
        var second = await client.RefreshAsync(first.RefreshToken);
        site.Time.Advance(TimeSpan.FromMinutes(30));

        AssertRefused(await thief.RefreshAsync(first.RefreshToken));
        AssertRefused(await thief.RefreshAsync(second.RefreshToken));

        Assert.Equal(200, (await client.RefreshAsync(second.RefreshToken)).Status);
    }

    [Theory]
    [InlineData("notes.read", "notes.read")]
    [InlineData("notes.write", "notes.read notes.write")]
    [InlineData("admin", "files.read notes.read notes.write")]
    [InlineData("notes.read admin", "notes.read")]
    public async Task Scopes_can_be_narrowed_and_never_widened(string asked, string given)
    {
        var first = await client.ConnectAsync();

        var narrowed = await client.RefreshAsync(first.RefreshToken, ("scope", asked));

        Assert.Equal((given, given), (narrowed.Granted, (await client.CallAsync(narrowed.AccessToken)).Body));
    }

    [Fact]
    public async Task What_the_person_did_not_grant_is_not_given_later()
    {
        var first = await client.ConnectAsync(("scope", "notes.read"));

        Assert.Equal("notes.read", (await client.RefreshAsync(first.RefreshToken, ("scope", "notes.write"))).Granted);
        Assert.Equal("notes.read", (await client.RefreshAsync(first.RefreshToken, ("scope", "files.read"))).Granted);
    }

    [Fact]
    public async Task Narrowing_once_does_not_narrow_the_family()
    {
        var first = await client.ConnectAsync();
        var second = await client.RefreshAsync(first.RefreshToken, ("scope", "notes.read"));

        Assert.Equal("files.read notes.read notes.write", (await client.RefreshAsync(second.RefreshToken)).Granted);
    }

    [Fact]
    public async Task An_unused_token_dies_after_its_time_and_a_used_one_lives_on()
    {
        var idle = await client.ConnectAsync();
        var used = await client.ConnectAsync();
        site.Time.Advance(TimeSpan.FromDays(89));
        used = await client.RefreshAsync(used.RefreshToken);
        site.Time.Advance(TimeSpan.FromDays(1));

        AssertRefused(await client.RefreshAsync(idle.RefreshToken));
        Assert.Equal(200, (await client.RefreshAsync(used.RefreshToken)).Status);
    }

    [Theory]
    [InlineData("refresh_token", null, "invalid_request")]
    [InlineData("refresh_token", "unknown", "invalid_grant")]
    [InlineData("resource", "https://other.example.com/", "invalid_target")]
    public async Task A_wrong_request_is_refused(string name, string? value, string error)
    {
        var first = await client.ConnectAsync();

        Assert.Equal((400, error), Error(await client.RefreshAsync(first.RefreshToken, (name, value))));
        Assert.Equal(200, (await client.RefreshAsync(first.RefreshToken)).Status);
    }

    [Fact]
    public async Task A_refresh_asks_nobody_upstream()
    {
        var first = await client.ConnectAsync();
        site.SignIn.Start = _ => throw new InvalidOperationException("asked");
        site.SignIn.Continue = _ => throw new InvalidOperationException("asked");

        Assert.Equal(200, (await client.RefreshAsync(first.RefreshToken)).Status);
    }

    [Fact]
    public async Task A_store_that_is_away_is_503_and_never_a_reason_to_sign_in_again()
    {
        var first = await client.ConnectAsync();
        foreach (var part in new[] { "FindRefreshToken", "TryRotate", "IClientStore" })
        {
            site.Stores.Break(part);
            Assert.Equal((503, "temporarily_unavailable"), Error(await client.RefreshAsync(first.RefreshToken)));
            site.Stores.Mend();
        }

        Assert.Equal(200, (await client.RefreshAsync(first.RefreshToken)).Status);
    }

    private static (int Status, string? Error) Error(SiteAnswer answer) => (answer.Status, answer.Error);

    private static void AssertRefused(SiteAnswer answer) =>
        Assert.Equal((400, "invalid_grant"), (answer.Status, answer.Error));
}
