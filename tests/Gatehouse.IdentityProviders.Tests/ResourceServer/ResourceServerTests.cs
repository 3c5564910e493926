using Gatehouse.AspNetCore.Connections;
using Gatehouse.IdentityProviders.Tests.Identity;
using Gatehouse.OAuth;

namespace Gatehouse.IdentityProviders.Tests.ResourceServer;

public sealed class ResourceServerTests
{
    [Fact]
    public async Task A_token_for_this_server_opens_it_for_its_person_and_its_scopes()
    {
        await using var site = await ResourceSite.StartAsync();

        var answer = await site.CallAsync(site.Token().Sign());

        Assert.Equal(200, answer.Status);
        Assert.Equal("notes.read", (string?)answer.Json["scopes"]);
        Assert.Equal(new Person(site.Provider.Address, "248289761001", "").Key, (string?)answer.Json["person"]);
        Assert.Equal(TokenHash.Of("a-client").Value, (string?)answer.Json["client"]);
    }

    [Fact]
    public async Task Each_person_and_client_has_a_connection_of_its_own_and_keeps_it()
    {
        await using var site = await ResourceSite.StartAsync();

        var alice = await ConnectionAsync(site, site.Token().Sign());
        var later = await ConnectionAsync(site, site.Token().With("jti", "another").Sign());
        var bob = await ConnectionAsync(site, site.Token().With("sub", "bob").Sign());
        var other = await ConnectionAsync(site, site.Token().With("client_id", "other").Sign());

        Assert.Equal(alice, later);
        Assert.Equal(3, new[] { alice, bob, other }.Distinct().Count());
    }

    [Fact]
    public async Task A_token_with_all_groups_of_its_person_is_taken()
    {
        await using var site = await ResourceSite.StartAsync();
        var token = site.Token().With("groups", new string('g', 9000)).Sign();

        Assert.InRange(token.Length, 12_000, 16_000);
        Assert.Equal(200, (await site.CallAsync(token)).Status);
    }

    [Fact]
    public async Task A_token_that_is_too_long_is_refused_with_words_that_help()
    {
        await using var site = await ResourceSite.StartAsync();

        var answer = await site.CallAsync(site.Token().With("groups", new string('g', 14_000)).Sign());

        Assert.Equal(401, answer.Status);
        Assert.Contains("too long", (string?)answer.Json["error_description"], StringComparison.Ordinal);
        Assert.Contains("too long", answer.Header("WWW-Authenticate"), StringComparison.Ordinal);
        Assert.Contains(site.Log.Lines, line => line.Contains("fewer groups", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/.well-known/oauth-protected-resource")]
    [InlineData("/.well-known/oauth-protected-resource/mcp")]
    public async Task The_document_of_the_resource_names_the_provider(string path)
    {
        await using var site = await ResourceSite.StartAsync();

        var document = (await site.GetAsync(path)).Json;

        Assert.Equal(site.Provider.Address, (string?)document["authorization_servers"]![0]);
        Assert.Equal(site.Url + "/mcp", (string?)document["resource"]);
    }

    [Fact]
    public async Task Without_a_token_the_challenge_is_the_one_of_every_Gatehouse()
    {
        await using var site = await ResourceSite.StartAsync();

        var answer = await site.CallAsync(token: null);

        Assert.Equal(401, answer.Status);
        Assert.Equal(
            $"Bearer resource_metadata=\"{site.Url}/.well-known/oauth-protected-resource/mcp\", scope=\"notes.read notes.write\"",
            answer.Header("WWW-Authenticate")
        );
        Assert.Equal("invalid_token", (string?)answer.Json["error"]);
    }

    [Theory]
    [InlineData("/.well-known/oauth-authorization-server")]
    [InlineData("/.well-known/openid-configuration")]
    [InlineData("/.well-known/jwks.json")]
    [InlineData("/authorize")]
    [InlineData("/register")]
    [InlineData("/token")]
    [InlineData("/revoke")]
    [InlineData("/device_authorization")]
    [InlineData("/device")]
    [InlineData("/consent")]
    [InlineData("/connections")]
    [InlineData("/connections/tokens")]
    public async Task Nothing_of_an_authorization_server_is_there(string path)
    {
        await using var site = await ResourceSite.StartAsync();

        Assert.Equal((404, 404), ((await site.GetAsync(path)).Status, (await site.PostAsync(path)).Status));
    }

    [Fact]
    public async Task A_new_key_of_the_provider_is_found_when_a_token_names_it()
    {
        await using var site = await ResourceSite.StartAsync();
        await site.CallAsync(site.Token().Sign());
        using var key = System.Security.Cryptography.RSA.Create(2048);
        var token = site.Token(key);
        token.Header["kid"] = "two";
        site.Provider.Answer("/keys", ResourceSite.Keys(token, "two"));
        site.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(200, (await site.CallAsync(token.Sign())).Status);
    }

    [Fact]
    public async Task While_the_provider_is_away_nobody_is_told_that_their_token_is_bad()
    {
        await using var site = await ResourceSite.StartAsync(prepare: provider =>
            provider.Answer("/keys", "down", status: 500)
        );

        var answer = await site.CallAsync(site.Token().Sign());

        Assert.Equal(503, answer.Status);
        Assert.Equal("temporarily_unavailable", (string?)answer.Json["error"]);
        Assert.NotNull(answer.Header("Retry-After"));

        site.Provider.Answer("/keys", ResourceSite.Keys(new ForgedToken()));
        site.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(200, (await site.CallAsync(site.Token().Sign())).Status);
    }

    [Fact]
    public async Task The_start_says_which_tokens_are_taken_and_what_the_provider_lacks()
    {
        await using var site = await ResourceSite.StartAsync();
        await site.CallAsync(site.Token().Sign());

        Assert.Contains(site.Log.Lines, line => line.Contains($"aud = {site.Url}/mcp", StringComparison.Ordinal));
        Assert.Contains(
            site.Log.Lines,
            line =>
                line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("PKCE", StringComparison.Ordinal)
        );
    }

    private static async Task<string?> ConnectionAsync(ResourceSite site, string token) =>
        (string?)(await site.CallAsync(token)).Json["connection"];
}
