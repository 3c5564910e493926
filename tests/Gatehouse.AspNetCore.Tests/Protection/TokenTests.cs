using System.Security.Cryptography;
using System.Text;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Tokens;
using Gatehouse.Testing.Sites;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.AspNetCore.Tests.Protection;

public sealed class TokenTests
{
    [Fact]
    public async Task An_expired_token_is_refused_even_when_it_was_verified_before()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        var tokens = await client.ConnectAsync();
        Assert.Equal(200, (await client.CallAsync(tokens.AccessToken)).Status);

        site.Time.Advance(TimeSpan.FromMinutes(59.9));
        Assert.Equal(200, (await client.CallAsync(tokens.AccessToken)).Status);
        site.Time.Advance(TimeSpan.FromMinutes(0.1));

        await AssertRefusedAsync(site, client, tokens.AccessToken);
    }

    [Fact]
    public async Task A_token_signed_by_another_key_of_the_same_name_is_refused()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        var known = site.Services.GetRequiredService<SigningKeys>().Current.KeyId;
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        await AssertRefusedAsync(site, client, Token(site, new ECDsaSecurityKey(foreign) { KeyId = known }));
    }

    [Fact]
    public async Task A_token_for_another_resource_of_this_issuer_is_refused()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        var other = ResourceUri.At(Issuer.Parse(site.Options.PublicUrl).Value, "/other");

        await AssertRefusedAsync(site, client, Token(site, Key(site), other));
    }

    [Fact]
    public async Task A_token_of_another_deployment_with_the_same_keys_is_refused()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        var staging = ResourceUri.At(Issuer.Parse("https://staging.example.com").Value, "/mcp");

        await AssertRefusedAsync(site, client, Token(site, Key(site), staging));
    }

    [Fact]
    public async Task Our_own_forgery_for_these_tests_would_be_accepted_with_everything_right()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);

        Assert.Equal(200, (await client.CallAsync(Token(site, Key(site)))).Status);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("RS256")]
    [InlineData("ES384")]
    public async Task Another_algorithm_is_refused(string algorithm)
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        var parts = Token(site, Key(site)).Split('.');
        var kid = site.Services.GetRequiredService<SigningKeys>().Current.KeyId;
        var header = Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","kid":"{{kid}}","typ":"at+jwt"}""");
        var keys = await SiteAnswer.OfAsync(
            client.Http,
            new HttpRequestMessage(HttpMethod.Get, "/.well-known/jwks.json")
        );
        var mac = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(keys.Body),
            Encoding.ASCII.GetBytes($"{header}.{parts[1]}")
        );

        await AssertRefusedAsync(site, client, $"{header}.{parts[1]}.");
        await AssertRefusedAsync(site, client, $"{header}.{parts[1]}.{parts[2]}");
        await AssertRefusedAsync(site, client, $"{header}.{parts[1]}.{Base64UrlEncoder.Encode(mac)}");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("eyJhbGciOiJFUzI1NiIsImtpZCI6NX0.e30.AAAA")]
    [InlineData("eyJhbGciOiJFUzI1NiIsImtpZCI6bnVsbH0.e30.AAAA")]
    [InlineData("W10.e30.AAAA")]
    [InlineData("a.b.c.d.e")]
    public async Task Junk_is_refused_and_breaks_nothing(string token)
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);

        await AssertRefusedAsync(site, client, token);
    }

    [Fact]
    public async Task A_token_in_the_query_is_not_looked_at()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        var token = (await client.ConnectAsync()).AccessToken;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/mcp?access_token={token}");

        Assert.Equal(401, (await SiteAnswer.OfAsync(client.Http, request)).Status);
        Assert.Equal(0, site.Reached);
    }

    [Fact]
    public async Task A_refresh_token_is_no_access_token()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);

        await AssertRefusedAsync(site, client, (await client.ConnectAsync()).RefreshToken);
    }

    [Fact]
    public async Task Invented_key_names_cost_one_look_into_the_store()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        site.Stores.Forget();
        var flood = Enumerable.Range(0, 50).Select(number => Token(site, NewKey($"{number:x8}")));

        await Task.WhenAll(flood.Select(token => AssertRefusedAsync(site, client, token)));

        Assert.Single(site.Stores.Calls, call => call == "IKeyStore.ListAsync");
    }

    [Fact]
    public async Task A_store_that_is_away_is_503_and_not_a_reason_to_sign_in_again()
    {
        await using var site = await Site.StartAsync();
        using var client = await SiteClient.RegisterAsync(site);
        var token = Token(site, NewKey("0badcafe"));
        site.Time.Advance(TimeSpan.FromMinutes(1));
        site.Stores.Break("IKeyStore");

        var answer = await client.CallAsync(token);

        Assert.Equal(
            (503, "temporarily_unavailable", "5"),
            (answer.Status, answer.Error, answer.Header("Retry-After"))
        );
        Assert.Equal(0, site.Reached);
    }

    private static ECDsaSecurityKey NewKey(string name) =>
        new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = name };

    private static ECDsaSecurityKey Key(Site site) => site.Services.GetRequiredService<SigningKeys>().Current;

    private static string Token(Site site, SecurityKey key, ResourceUri? resource = null) =>
        new AccessTokenFormat(resource ?? site.Services.GetRequiredService<Deployment>().Resource, site.Time).Write(
            new AccessTokenClaims(
                "person",
                TokenHash.Of("client"),
                "connection",
                "family",
                ScopeSet.Parse("notes.read"),
                site.Time.GetUtcNow().AddHours(1)
            ),
            key
        );

    private static async Task AssertRefusedAsync(Site site, SiteClient client, string token)
    {
        var before = site.Reached;
        var answer = await client.CallAsync(token);

        Assert.Equal((401, "invalid_token"), (answer.Status, answer.Error));
        Assert.StartsWith("Bearer error=\"invalid_token\", error_description=\"", answer.Header("WWW-Authenticate"));
        Assert.Contains("resource_metadata=\"https://mcp.example.com/", answer.Header("WWW-Authenticate"));
        Assert.Equal(before, site.Reached);
    }
}
