using System.Security.Cryptography;
using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Tests.Sites;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.IdentityProviders.Tests.Discovery;

public sealed class SigningKeySourceTests
{
    private const string Keys = "/keys";

    [Fact]
    public async Task Only_public_keys_that_sign_are_taken()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer(
            Keys,
            $$"""
            {"keys":[
              {"kty":"oct","kid":"shared","k":"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA","alg":"HS256"},
              {{Rsa("encrypts", ""","use":"enc" """)}},
              {{Rsa("signs", ""","use":"sig" """)}},
              {{Ec("curve")}},
              {"kty":"RSA","kid":"half","n":"AQAB"},
              {"kty":"new","kid":"unknown"}
            ]}
            """
        );
        using var test = new TestProvider(site);

        var found = (await FindAsync(test, "signs")).Value;

        Assert.Equal(["signs", "curve"], found.All.Select(key => key.KeyId));
    }

    [Theory]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[{"kty":"oct","kid":"shared","k":"c2VjcmV0"}]}""")]
    [InlineData("""{"no":"keys"}""")]
    [InlineData("""{"keys":"none"}""")]
    [InlineData("""{"keys":[7,null,"x"]}""")]
    [InlineData("""{"keys":[{"kty":"\ud800","kid":"\ud800","n":"\ud800","e":"AQAB"}]}""")]
    public async Task A_provider_without_a_usable_key_is_a_clear_failure(string published)
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer(Keys, published);
        using var test = new TestProvider(site);

        Assert.Equal(ProviderCodes.Misconfigured, (await FindAsync(test, "any")).Failure!.Code);
    }

    [Fact]
    public async Task An_unknown_key_is_asked_for_at_once_and_then_once_a_minute()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer(Keys, $$"""{"keys":[{{Rsa("old")}}]}""");
        using var test = new TestProvider(site);
        await FindAsync(test, "old");
        Assert.Equal(1, site.Count(Keys));

        site.Answer(Keys, $$"""{"keys":[{{Rsa("old")}},{{Rsa("new")}}]}""");
        Assert.True((await FindAsync(test, "new")).Value.Has("new"));
        Assert.Equal(2, site.Count(Keys));

        for (var guess = 0; guess < 50; guess++)
        {
            Assert.False((await FindAsync(test, $"guess-{guess}")).Value.Has($"guess-{guess}"));
        }

        Assert.Equal(2, site.Count(Keys));

        test.Time.Advance(TimeSpan.FromSeconds(61));
        await FindAsync(test, "guess");
        Assert.Equal(3, site.Count(Keys));
    }

    [Fact]
    public async Task A_token_that_names_no_key_needs_no_fetch()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer(Keys, $$"""{"keys":[{{Rsa("one")}}]}""");
        using var test = new TestProvider(site);

        await FindAsync(test, keyId: null);
        await FindAsync(test, keyId: null);

        Assert.Equal(1, site.Count(Keys));
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(200, """{"keys":[]}""")]
    [InlineData(200, "<html></html>")]
    public async Task The_last_good_keys_serve_on(int status, string published)
    {
        await using var site = await ProviderSite.StartAsync();
        site.Answer(Keys, $$"""{"keys":[{{Rsa("one")}}]}""");
        using var test = new TestProvider(site);
        await FindAsync(test, "one");

        site.Answer(Keys, published, status);
        test.Time.Advance(TimeSpan.FromHours(3));

        Assert.True((await FindAsync(test, "one")).Value.Has("one"));
        Assert.True((await FindAsync(test, "two")).Value.Has("one"));
    }

    private static Task<ProviderResult<IdentityProviders.Discovery.SigningKeys>> FindAsync(
        TestProvider test,
        string? keyId
    ) => test.Provider.Keys.FindAsync(keyId, TestContext.Current.CancellationToken);

    private static string Rsa(string keyId, string more = "")
    {
        using var rsa = RSA.Create(2048);
        var key = rsa.ExportParameters(includePrivateParameters: false);
        return $$"""{"kty":"RSA","kid":"{{keyId}}","n":"{{Base64UrlEncoder.Encode(key.Modulus)}}","e":"AQAB"{{more}}}""";
    }

    private static string Ec(string keyId)
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = ec.ExportParameters(includePrivateParameters: false);
        return $$"""{"kty":"EC","crv":"P-256","kid":"{{keyId}}","x":"{{Base64UrlEncoder.Encode(key.Q.X)}}","y":"{{Base64UrlEncoder.Encode(key.Q.Y)}}"}""";
    }
}
