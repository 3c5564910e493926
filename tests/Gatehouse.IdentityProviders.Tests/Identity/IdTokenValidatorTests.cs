using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Gatehouse.IdentityProviders.Identity.IdTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.IdentityProviders.Tests.Identity;

public sealed class IdTokenValidatorTests
{
    private static readonly IdTokenExpectation Expected = new()
    {
        ClientId = ForgedToken.ClientId,
        Facts = KnownProviders.Find("oidc")!,
        ConfiguredIssuer = ForgedToken.Issuer,
        MetadataIssuer = ForgedToken.Issuer,
        Nonce = ForgedToken.Nonce,
        Now = ForgedToken.Now,
    };

    private readonly ForgedToken forged = new();

    [Fact]
    public async Task A_token_made_for_this_sign_in_is_believed()
    {
        var outcome = Assert.IsType<IdTokenOutcome.Accepted>(await ReadAsync(forged.Sign()));

        Assert.Equal("248289761001", outcome.Subject);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("nONe")]
    public async Task A_token_without_signature_is_refused(string algorithm)
    {
        forged.Header["alg"] = algorithm;

        await RefusedAsync(forged.Sign(_ => []), "not ");
    }

    [Fact]
    public async Task A_token_that_hides_its_algorithm_is_refused()
    {
        forged.Header.Remove("alg");

        await RefusedAsync(forged.Sign(), "not signed");
    }

    [Fact]
    public async Task A_public_key_used_as_the_secret_of_an_HMAC_proves_nothing()
    {
        forged.Header["alg"] = "HS256";
        var token = forged.Sign(input => HMACSHA256.HashData(forged.PublicPem, input));

        await RefusedAsync(token, "HS256", [forged.Key, new SymmetricSecurityKey(forged.PublicPem) { KeyId = "one" }]);
    }

    [Fact]
    public async Task A_provider_without_a_signing_key_is_named_as_the_reason()
    {
        var secret = RandomNumberGenerator.GetBytes(64);
        forged.Header["alg"] = "HS256";
        forged.Header.Remove("kid");
        var refusal = await RefusedAsync(forged.Sign(input => HMACSHA256.HashData(secret, input)), "HS256", []);

        Assert.Contains("Signing Key must not be empty", refusal.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_secret_among_the_keys_is_no_key()
    {
        var secret = RandomNumberGenerator.GetBytes(64);
        var key = new JsonWebKey
        {
            Kty = "oct",
            K = Base64Url.EncodeToString(secret),
            Kid = "one",
        };

        await RefusedAsync(forged.Sign(input => HMACSHA256.HashData(secret, input)), "signature", [key]);
    }

    [Fact]
    public async Task A_key_for_encryption_signs_nothing()
    {
        var key = forged.Key;
        key.Use = "enc";

        await RefusedAsync(forged.Sign(), "signature", [key]);
    }

    [Fact]
    public async Task The_key_of_somebody_else_signs_nothing()
    {
        using var key = RSA.Create(2048);

        await RefusedAsync(new ForgedToken(key).Sign(), "signature");
    }

    [Fact]
    public async Task Claims_changed_after_signing_are_refused()
    {
        var parts = forged.Sign().Split('.');
        var changed = forged.With("sub", "1").Sign().Split('.');

        await RefusedAsync($"{parts[0]}.{changed[1]}.{parts[2]}", "signature");
    }

    [Fact]
    public async Task An_elliptic_key_will_do()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        forged.Header["alg"] = "ES256";
        var token = forged.Sign(input => key.SignData(input, HashAlgorithmName.SHA256));

        Assert.IsType<IdTokenOutcome.Accepted>(await ReadAsync(token, [new ECDsaSecurityKey(key) { KeyId = "one" }]));
    }

    [Theory]
    [InlineData("""["gatehouse-client"]""", null, null)]
    [InlineData("""["gatehouse-client","other"]""", "gatehouse-client", null)]
    [InlineData("""["gatehouse-client","other"]""", null, "azp")]
    [InlineData("""["gatehouse-client","other"]""", "other", "azp")]
    [InlineData("""["gatehouse-client",7]""", null, "azp")]
    [InlineData("\"gatehouse-client\"", "other", "azp")]
    [InlineData("\"gatehouse-client\"", "gatehouse-client", null)]
    [InlineData("\"other\"", null, "aud")]
    [InlineData("\"other\"", "gatehouse-client", "aud")]
    [InlineData("\"GATEHOUSE-CLIENT\"", null, "aud")]
    [InlineData("[]", null, "aud")]
    [InlineData("null", null, "aud")]
    public async Task Audience_and_authorized_party_are_this_server(string audience, string? party, string? refusedBy)
    {
        forged.With("aud", JsonNode.Parse(audience));
        if (party is not null)
        {
            forged.With("azp", party);
        }

        await ExpectAsync(forged.Sign(), refusedBy);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("another")]
    [InlineData("N-0S6_WzA2Mj")]
    public async Task The_nonce_is_that_of_the_request(string? nonce)
    {
        forged.With("nonce", nonce);

        await RefusedAsync(forged.Sign(), "nonce");
    }

    [Fact]
    public async Task A_token_without_a_nonce_is_refused() =>
        await RefusedAsync(forged.Without("nonce").Sign(), "nonce");

    [Theory]
    [InlineData("https://login.example.com/")]
    [InlineData("https://LOGIN.example.com")]
    [InlineData("https://login.example.com.evil.example")]
    [InlineData("http://login.example.com")]
    [InlineData("")]
    public async Task The_issuer_is_compared_byte_for_byte(string issuer) =>
        await RefusedAsync(forged.With("iss", issuer).Sign(), "issuer");

    [Theory]
    [InlineData(-119, 3600, null, null)]
    [InlineData(-7200, -119, null, null)]
    [InlineData(-7200, -120, null, "expired")]
    [InlineData(119, 3600, null, null)]
    [InlineData(121, 3600, null, "future")]
    [InlineData(0, 3600, 119, null)]
    [InlineData(0, 3600, 121, "future")]
    public async Task Clocks_may_differ_by_two_minutes(int issued, int expires, int? notBefore, string? refusedBy)
    {
        forged.With("iat", At(issued)).With("exp", At(expires));
        if (notBefore is { } start)
        {
            forged.With("nbf", At(start));
        }

        await ExpectAsync(forged.Sign(), refusedBy);
    }

    [Theory]
    [InlineData("exp")]
    [InlineData("iat")]
    public async Task A_token_without_times_is_refused(string claim) =>
        await RefusedAsync(forged.Without(claim).Sign(), "exp");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_token_about_nobody_is_refused(string? subject) =>
        await RefusedAsync(forged.With("sub", subject).Sign(), "sub");

    [Fact]
    public async Task A_subject_longer_than_the_standard_allows_is_refused() =>
        await RefusedAsync(forged.With("sub", new string('a', 256)).Sign(), "sub");

    // OpenID Connect Core 1.0 Appendix A.3: the access token and the hash it gives.
    [Theory]
    [InlineData("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y", null)]
    [InlineData("another", "at_hash")]
    public async Task The_access_token_is_the_one_the_ID_token_names(string accessToken, string? refusedBy)
    {
        forged.With("at_hash", "77QmUPtjPfzWtF2AnpK9RQ");

        await ExpectAsync(forged.Sign(), refusedBy, Expected with { AccessToken = accessToken });
    }

    [Theory]
    [InlineData("at+jwt")]
    [InlineData("logout+jwt")]
    public async Task A_token_of_another_kind_is_refused(string type)
    {
        forged.Header["typ"] = type;

        await RefusedAsync(forged.Sign(), "typ");
    }

    [Fact]
    public async Task A_token_that_demands_an_unknown_extension_is_refused()
    {
        forged.Header["crit"] = new JsonArray("b64");

        await RefusedAsync(forged.Sign(), "crit");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d.e")]
    [InlineData("e30.W10.")]
    public void What_is_no_token_is_not_read(string text) => Assert.Null(SignedJwt.Read(text));

    [Fact]
    public void A_token_that_says_a_thing_twice_is_not_read() =>
        Assert.Null(SignedJwt.Read(forged.SignText("""{"sub":"alice","sub":"bob"}""")));

    [Fact]
    public void A_token_without_end_is_not_read() =>
        Assert.Null(SignedJwt.Read(forged.With("x", new string('x', 64 * 1024)).Sign()));

    private static long At(int seconds) => ForgedToken.Now.AddSeconds(seconds).ToUnixTimeSeconds();

    private Task<IdTokenOutcome> ReadAsync(
        string token,
        IEnumerable<SecurityKey>? keys = null,
        IdTokenExpectation? expected = null
    ) => new IdTokenValidator().ValidateAsync(SignedJwt.Read(token)!, expected ?? Expected, keys ?? [forged.Key]);

    private async Task<IdTokenRefusal> RefusedAsync(
        string token,
        string reason,
        IEnumerable<SecurityKey>? keys = null,
        IdTokenExpectation? expected = null
    )
    {
        var refusal = Assert.IsType<IdTokenOutcome.Refused>(await ReadAsync(token, keys, expected)).Refusal;
        Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
        return refusal;
    }

    private async Task ExpectAsync(string token, string? refusedBy, IdTokenExpectation? expected = null)
    {
        if (refusedBy is null)
        {
            Assert.IsType<IdTokenOutcome.Accepted>(await ReadAsync(token, expected: expected));
        }
        else
        {
            await RefusedAsync(token, refusedBy, expected: expected);
        }
    }
}
