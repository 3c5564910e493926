using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Tests.Sites;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.IdentityProviders.Tests.Tokens;

public sealed class ClientAuthenticationTests
{
    private const string Methods = "token_endpoint_auth_methods_supported";

    [Fact]
    public async Task The_body_is_used_where_the_provider_takes_it()
    {
        await using var site = await ProviderSite.StartAsync();
        var request = await RedeemAsync(site, _ => { });

        Assert.Equal("very-secret", request.Form["client_secret"]);
        Assert.Equal("client", request.Form["client_id"]);
        Assert.False(request.Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_header_is_used_where_the_body_is_not_offered_each_half_encoded(bool isSaid)
    {
        await using var site = await ProviderSite.StartAsync();
        site.Publish(document =>
        {
            document.Remove(Methods);
            if (isSaid)
            {
                document[Methods] = new JsonArray("client_secret_basic");
            }
        });
        var request = await RedeemAsync(
            site,
            options =>
            {
                options.ClientId = "my client";
                options.ClientSecret = "a:b%c";
            }
        );

        var shown = Encoding.ASCII.GetString(
            Convert.FromBase64String(request.Headers["Authorization"]["Basic ".Length..])
        );
        Assert.Equal("my+client:a%3Ab%25c", shown);
        Assert.False(request.Form.ContainsKey("client_secret"));
    }

    [Fact]
    public async Task A_public_client_says_who_it_is_and_no_more()
    {
        await using var site = await ProviderSite.StartAsync();
        var request = await RedeemAsync(site, options => options.ClientSecret = null);

        Assert.Equal("client", request.Form["client_id"]);
        Assert.False(request.Form.ContainsKey("client_secret"));
        Assert.False(request.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_secret_is_not_sent_where_none_is_taken()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Publish(document => document[Methods] = new JsonArray("private_key_jwt"));
        using var test = new TestProvider(site);

        var failure = (await RedeemAsync(test)).Failure!;

        Assert.Equal(ProviderCodes.Misconfigured, failure.Code);
        Assert.Contains("private_key_jwt", failure.Meaning, StringComparison.Ordinal);
        Assert.Contains("ClientKeyFile", failure.Fix, StringComparison.Ordinal);
        Assert.Equal(0, site.Count("/token"));
    }

    [Fact]
    public async Task A_key_signs_an_assertion_for_the_token_endpoint()
    {
        using var files = new KeyFiles();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var site = await ProviderSite.StartAsync();
        var request = await RedeemAsync(
            site,
            options =>
            {
                options.ClientSecret = null;
                options.ClientKeyFile = files.Key(key);
                options.ClientKeyId = "my-key";
            }
        );

        var assertion = await VerifyAsync(request, new ECDsaSecurityKey(key), "ES256", site);
        Assert.Equal("my-key", assertion.Kid);
        Assert.Equal("client", assertion.Issuer);
        Assert.Equal("client", assertion.Subject);
        Assert.NotEmpty(assertion.Id);
        Assert.Equal(TimeSpan.FromMinutes(5), assertion.ValidTo - assertion.IssuedAt);
        Assert.False(request.Form.ContainsKey("client_secret"));
    }

    [Fact]
    public async Task No_assertion_is_made_twice()
    {
        using var files = new KeyFiles();
        using var key = RSA.Create(2048);
        await using var site = await ProviderSite.StartAsync();
        using var test = new TestProvider(
            site,
            options =>
            {
                options.ClientSecret = null;
                options.ClientKeyFile = files.Key(key);
            }
        );
        await RedeemAsync(test);
        await RedeemAsync(test);

        var identifiers = site
            .Seen.Where(request => request.Path == "/token")
            .Select(request => new JsonWebToken(request.Form["client_assertion"]).Id);
        Assert.Equal(2, identifiers.Distinct().Count());
    }

    [Fact]
    public async Task A_certificate_is_named_as_Entra_documents_it()
    {
        using var files = new KeyFiles();
        using var key = RSA.Create(2048);
        var file = files.Certificate(key);
        await using var site = await ProviderSite.StartAsync();
        var request = await RedeemAsync(
            site,
            options =>
            {
                options.ClientSecret = null;
                options.ClientCertificateFile = file;
            }
        );

        var assertion = await VerifyAsync(request, new RsaSecurityKey(key), "PS256", site);
        var shown = Convert.FromBase64String(assertion.GetHeaderValue<string[]>("x5c")[0]);
        Assert.Equal(Base64UrlEncoder.Encode(SHA256.HashData(shown)), assertion.GetHeaderValue<string>("x5t#S256"));
        Assert.Equal("JWT", assertion.Typ);
        Assert.False(assertion.TryGetHeaderValue<string>("kid", out _));
    }

    [Theory]
    [InlineData("RS256", "RS256")]
    [InlineData("PS256", "PS256")]
    public async Task The_algorithm_is_one_the_provider_knows(string offered, string expected)
    {
        using var files = new KeyFiles();
        using var key = RSA.Create(2048);
        await using var site = await ProviderSite.StartAsync();
        site.Publish(document =>
            document["token_endpoint_auth_signing_alg_values_supported"] = new JsonArray("ES512", offered)
        );
        var request = await RedeemAsync(
            site,
            options =>
            {
                options.ClientSecret = null;
                options.ClientKeyFile = files.Key(key);
            }
        );

        await VerifyAsync(request, new RsaSecurityKey(key), expected, site);
    }

    [Fact]
    public async Task A_key_the_provider_cannot_verify_is_a_clear_failure()
    {
        using var files = new KeyFiles();
        using var key = RSA.Create(2048);
        await using var site = await ProviderSite.StartAsync();
        site.Publish(document => document["token_endpoint_auth_signing_alg_values_supported"] = new JsonArray("ES256"));
        using var test = new TestProvider(
            site,
            options =>
            {
                options.ClientSecret = null;
                options.ClientKeyFile = files.Key(key);
            }
        );

        Assert.Equal(ProviderCodes.Misconfigured, (await RedeemAsync(test)).Failure!.Code);
        Assert.Equal(0, site.Count("/token"));
    }

    private static async Task<SeenRequest> RedeemAsync(ProviderSite site, Action<IdentityProviderOptions> change)
    {
        using var test = new TestProvider(site, change);
        await RedeemAsync(test);
        return Assert.Single(site.Seen, request => request.Path == "/token");
    }

    private static Task<ProviderResult<IdentityProviders.Tokens.TokenAnswer>> RedeemAsync(TestProvider test) =>
        test.Provider.Tokens.RedeemAsync(
            "the-code",
            "https://mcp.example.com/callback/oidc",
            "the-verifier",
            TestContext.Current.CancellationToken
        );

    private static async Task<JsonWebToken> VerifyAsync(
        SeenRequest request,
        SecurityKey key,
        string algorithm,
        ProviderSite site
    )
    {
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", request.Form["client_assertion_type"]);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(
            request.Form["client_assertion"],
            new TokenValidationParameters
            {
                IssuerSigningKey = key,
                TryAllIssuerSigningKeys = true,
                ValidAlgorithms = [algorithm],
                ValidAudience = site.Address + "/token",
                ValidIssuer = "client",
                ValidateLifetime = false,
            }
        );
        Assert.True(result.IsValid, result.Exception?.Message);
        return (JsonWebToken)result.SecurityToken;
    }
}
