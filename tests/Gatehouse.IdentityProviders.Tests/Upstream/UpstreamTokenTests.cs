using Gatehouse.IdentityProviders.Tests.Sites;
using Gatehouse.IdentityProviders.Upstream;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.IdentityProviders.Tests.Upstream;

public sealed class UpstreamTokenTests
{
    private const string Path = "/token";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 26, 3, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_token_that_lives_is_used_as_it_is()
    {
        await using var provider = await ProviderSite.StartAsync();
        await using var node = await NodeAsync(provider);
        var access = await node.ConnectAsync("at-1", Hour, "rt-1");

        Assert.Equal("at-1", UpstreamSite.Text(await node.FindAsync(access)));
        Assert.Empty(provider.Seen);
    }

    [Fact]
    public async Task A_token_without_end_is_used_until_it_is_refused()
    {
        await using var provider = await ProviderSite.StartAsync();
        await using var node = await NodeAsync(provider);
        var access = await node.ConnectAsync("at-1", lives: null, refreshToken: null);
        time.Advance(TimeSpan.FromDays(400));

        Assert.Equal("at-1", UpstreamSite.Text(await node.FindAsync(access)));
    }

    [Fact]
    public async Task An_old_token_is_renewed_once_however_many_calls_want_it()
    {
        await using var provider = await ProviderSite.StartAsync();
        await using var node = await NodeAsync(provider);
        var access = await node.ConnectAsync("at-1", Hour, "rt-1");
        var gate = new Gate();
        provider.Answer(
            Path,
            async context =>
            {
                await gate.PassAsync(context.RequestAborted);
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(UpstreamSite.Tokens("at-2", "rt-2"));
            }
        );
        time.Advance(Hour);

        var calls = Enumerable.Range(0, 50).Select(_ => node.FindAsync(access)).ToList();
        await gate.Arrived;
        gate.Open();

        Assert.All(await Task.WhenAll(calls), answer => Assert.Equal("at-2", UpstreamSite.Text(answer)));
        Assert.Equal("rt-1", Assert.Single(provider.Seen, request => request.Path == Path).Form["refresh_token"]);
        var kept = await node.KeptAsync(access);
        Assert.Equal(("at-2", "rt-2"), (kept!.AccessToken, kept.RefreshToken));
    }

    [Fact]
    public async Task Where_no_new_refresh_token_comes_the_old_one_stays()
    {
        await using var provider = await ProviderSite.StartAsync();
        await using var node = await NodeAsync(provider);
        var access = await node.ConnectAsync("at-1", Hour, "rt-1");
        provider.Answer(Path, UpstreamSite.Tokens("at-2", refreshToken: null));
        time.Advance(Hour);
        Assert.Equal("at-2", UpstreamSite.Text(await node.FindAsync(access)));

        provider.Answer(Path, UpstreamSite.Tokens("at-3", refreshToken: null));
        time.Advance(Hour);

        Assert.Equal("at-3", UpstreamSite.Text(await node.FindAsync(access)));
        Assert.All(
            provider.Seen.Where(request => request.Path == Path),
            request => Assert.Equal("rt-1", request.Form["refresh_token"])
        );
    }

    [Fact]
    public async Task A_provider_that_is_away_ends_nothing_and_the_tool_says_so()
    {
        await using var provider = await ProviderSite.StartAsync();
        await using var node = await NodeAsync(provider);
        var access = await node.ConnectAsync("at-1", Hour, "rt-1");
        provider.Answer(Path, "<h1>down</h1>", status: 502, contentType: "text/html");
        time.Advance(Hour);

        var failed = Assert.IsType<UpstreamAnswer.Failed>(await node.FindAsync(access));

        Assert.Equal(UpstreamRemedy.TryAgain, failed.Remedy);
        Assert.Contains("The Door does not answer", failed.Explanation, StringComparison.Ordinal);
        Assert.Contains("try again", failed.Explanation, StringComparison.Ordinal);
        Assert.NotNull(failed.RetryAfter);
        Assert.True(await node.IsConnectedAsync(access));
        Assert.Equal("rt-1", (await node.KeptAsync(access))!.RefreshToken);

        await node.FindAsync(access);
        Assert.Equal(1, provider.Count(Path));

        provider.Answer(Path, UpstreamSite.Tokens("at-2", "rt-2"));
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("at-2", UpstreamSite.Text(await node.FindAsync(access)));
    }

    [Fact]
    public async Task While_the_provider_is_away_the_old_token_serves_as_long_as_it_lives()
    {
        await using var provider = await ProviderSite.StartAsync();
        await using var node = await NodeAsync(provider);
        var access = await node.ConnectAsync("at-1", Hour, "rt-1");
        provider.Answer(Path, "down", status: 500);
        time.Advance(Hour - TimeSpan.FromSeconds(20));

        Assert.Equal("at-1", UpstreamSite.Text(await node.FindAsync(access)));
        Assert.Equal(1, provider.Count(Path));
    }

    [Fact]
    public async Task A_provider_that_renews_no_more_ends_the_connection_so_that_the_client_asks_for_a_sign_in()
    {
        await using var provider = await ProviderSite.StartAsync();
        await using var node = await NodeAsync(provider);
        var access = await node.ConnectAsync("at-1", Hour, "rt-1");
        provider.Answer(Path, """{"error":"invalid_grant"}""", status: 400);
        time.Advance(Hour);

        var failed = Assert.IsType<UpstreamAnswer.Failed>(await node.FindAsync(access));

        Assert.Equal(UpstreamRemedy.SignInAgain, failed.Remedy);
        Assert.False(await node.IsConnectedAsync(access));
    }

    [Fact]
    public async Task What_only_the_operator_can_mend_ends_nothing()
    {
        await using var provider = await ProviderSite.StartAsync();
        await using var node = await NodeAsync(provider);
        var access = await node.ConnectAsync("at-1", Hour, "rt-1");
        provider.Answer(Path, """{"error":"invalid_client"}""", status: 401);
        time.Advance(Hour);

        var failed = Assert.IsType<UpstreamAnswer.Failed>(await node.FindAsync(access));

        Assert.Equal(UpstreamRemedy.AskOperator, failed.Remedy);
        Assert.True(await node.IsConnectedAsync(access));
    }

    [Fact]
    public async Task A_token_that_ended_and_cannot_be_renewed_ends_the_connection()
    {
        await using var provider = await ProviderSite.StartAsync();
        await using var node = await NodeAsync(provider);
        var access = await node.ConnectAsync("at-1", Hour, refreshToken: null);
        Assert.Equal("at-1", UpstreamSite.Text(await node.FindAsync(access)));

        time.Advance(Hour);

        Assert.StartsWith("SignInAgain", UpstreamSite.Text(await node.FindAsync(access)), StringComparison.Ordinal);
        Assert.False(await node.IsConnectedAsync(access));
    }

    [Fact]
    public async Task Nobody_gets_a_token_where_none_is_to_be_used()
    {
        await using var provider = await ProviderSite.StartAsync();
        await using var node = await NodeAsync(provider, options => options.Upstream = "none");
        var access = await node.ConnectAsync("at-1", Hour, "rt-1");

        Assert.IsType<UpstreamAnswer.None>(await node.FindAsync(access));
    }

    [Fact]
    public async Task No_token_is_in_the_words_of_an_answer()
    {
        await using var provider = await ProviderSite.StartAsync();
        await using var node = await NodeAsync(provider);
        var access = await node.ConnectAsync("at-1", Hour, "rt-1");

        Assert.DoesNotContain("at-1", (await node.FindAsync(access)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_nodes_renew_once_and_both_have_what_came()
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-upstream-").FullName;
        try
        {
            await using var provider = await ProviderSite.StartAsync();
            var file = System.IO.Path.Combine(folder, "gatehouse.db");
            await using var one = new UpstreamSite(provider, TimeProvider.System, file);
            await using var two = new UpstreamSite(provider, TimeProvider.System, file);
            await one.StartAsync();
            await two.StartAsync();
            var access = await one.ConnectAsync("at-1", TimeSpan.FromSeconds(1), "rt-1");
            var gate = new Gate();
            provider.Answer(
                Path,
                async context =>
                {
                    await gate.PassAsync(context.RequestAborted);
                    context.Response.ContentType = "application/json";
                    await context.Response.WriteAsync(UpstreamSite.Tokens("at-2", "rt-2"));
                }
            );

            var first = one.FindAsync(access);
            await gate.Arrived;
            var second = two.FindAsync(access);
            gate.Open();

            Assert.Equal("at-2", UpstreamSite.Text(await first));
            Assert.Equal("at-2", UpstreamSite.Text(await second));
            Assert.Equal(1, provider.Count(Path));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<UpstreamSite> NodeAsync(
        ProviderSite provider,
        Action<Microsoft.Extensions.DependencyInjection.IdentityProviderOptions>? change = null
    )
    {
        var node = new UpstreamSite(provider, time, change: change);
        await node.StartAsync();
        return node;
    }
}
