using Gatehouse.IdentityProviders.Tests.Sites;
using Gatehouse.IdentityProviders.Upstream;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.IdentityProviders.Tests.Upstream;

public sealed class ExchangeTests
{
    private const string Path = "/token";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 26, 3, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_persons_own_token_is_exchanged_once_until_shortly_before_its_end()
    {
        await using var provider = await ProviderSite.StartAsync();
        await using var node = await NodeAsync(provider);
        var access = await node.ConnectAsync("at-1", TimeSpan.FromDays(1), "rt-1");
        provider.Answer(Path, UpstreamSite.Tokens("exchanged-1", refreshToken: null));

        Assert.Equal("exchanged-1", UpstreamSite.Text(await node.FindAsync(access)));
        Assert.Equal("exchanged-1", UpstreamSite.Text(await node.FindAsync(access)));

        var asked = Assert.Single(provider.Seen, request => request.Path == Path);
        Assert.Equal("urn:ietf:params:oauth:grant-type:token-exchange", asked.Form["grant_type"]);
        Assert.Equal(("at-1", "https://notes.example.com"), (asked.Form["subject_token"], asked.Form["audience"]));

        provider.Answer(Path, UpstreamSite.Tokens("exchanged-2", refreshToken: null));
        time.Advance(TimeSpan.FromMinutes(59.5));
        Assert.Equal("exchanged-2", UpstreamSite.Text(await node.FindAsync(access)));
    }

    [Fact]
    public async Task Entra_ID_gives_a_token_on_the_persons_behalf()
    {
        await using var provider = await ProviderSite.StartAsync();
        provider.Publish(at: "/tenant/v2.0");
        await using var node = await NodeAsync(
            provider,
            options =>
            {
                options.Preset = "entra";
                options.Issuer += "/tenant/v2.0";
                options.Upstream = "on-behalf-of";
                options.UpstreamAudience = "api://notes/.default";
            }
        );
        var access = await node.ConnectAsync("at-1", TimeSpan.FromDays(1), "rt-1");
        provider.Answer(Path, UpstreamSite.Tokens("exchanged-1", refreshToken: null));

        Assert.Equal("exchanged-1", UpstreamSite.Text(await node.FindAsync(access)));

        var asked = Assert.Single(provider.Seen, request => request.Path == Path);
        Assert.Equal(("at-1", "on_behalf_of"), (asked.Form["assertion"], asked.Form["requested_token_use"]));
        Assert.Equal("api://notes/.default", asked.Form["scope"]);
    }

    [Fact]
    public async Task An_old_token_is_renewed_before_it_is_exchanged()
    {
        await using var provider = await ProviderSite.StartAsync();
        await using var node = await NodeAsync(provider);
        var access = await node.ConnectAsync("at-1", Hour, "rt-1");
        provider.Answer(Path, UpstreamSite.Tokens("at-2", "rt-2"));
        time.Advance(Hour);

        await node.FindAsync(access);

        var sent = provider.Seen.Where(request => request.Path == Path).ToList();
        Assert.Equal(
            ["refresh_token", "urn:ietf:params:oauth:grant-type:token-exchange"],
            sent.Select(request => request.Form["grant_type"])
        );
        Assert.Equal("at-2", sent[1].Form["subject_token"]);
    }

    [Fact]
    public async Task An_exchange_that_is_refused_says_why_and_ends_nothing()
    {
        await using var provider = await ProviderSite.StartAsync();
        await using var node = await NodeAsync(provider);
        var access = await node.ConnectAsync("at-1", Hour, "rt-1");
        provider.Answer(Path, """{"error":"invalid_target"}""", status: 400);

        var failed = Assert.IsType<UpstreamAnswer.Failed>(await node.FindAsync(access));

        Assert.Equal(UpstreamRemedy.AskOperator, failed.Remedy);
        Assert.True(await node.IsConnectedAsync(access));
    }

    private async Task<UpstreamSite> NodeAsync(ProviderSite provider, Action<IdentityProviderOptions>? change = null)
    {
        var node = new UpstreamSite(
            provider,
            time,
            change: options =>
            {
                options.Upstream = "exchange";
                options.UpstreamAudience = "https://notes.example.com";
                change?.Invoke(options);
            }
        );
        await node.StartAsync();
        return node;
    }
}
