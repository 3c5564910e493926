using System.Security.Cryptography;
using System.Text;
using Gatehouse.OAuth.Tokens;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.OAuth.Tests.Tokens;

/// <summary>What a genuine token says, and every forged one that must say nothing.</summary>
public sealed class AccessTokenFormatTests
{
    private readonly TokenMint mint = new();

    [Fact]
    public async Task A_token_says_what_was_written() => Assert.Equal(mint.Claims, await mint.ReadAsync(mint.Write()));

    [Fact]
    public async Task The_forger_of_these_tests_makes_a_genuine_token_when_it_changes_nothing()
    {
        Assert.NotNull(await mint.ReadAsync(mint.WithHeader("""{"alg":"ES256","kid":"key-1","typ":"at+jwt"}""")));
        Assert.NotNull(await mint.ReadAsync(mint.WithClaim("sub", "\"alice\"")));
    }

    [Theory]
    [InlineData("alice", "notes.read notes.write")]
    [InlineData("ålice \"the\" \\ <é>😀", "")]
    [InlineData("5", "a")]
    [InlineData("true", "a")]
    public async Task Any_person_and_any_scopes_come_back(string subject, string scopes)
    {
        var claims = mint.Claims with { Subject = subject, Scopes = ScopeSet.Parse(scopes) };

        Assert.Equal(claims, await mint.ReadAsync(mint.Format.Write(claims, mint.Key)));
    }

    [Fact]
    public async Task It_lives_until_its_last_second_and_no_longer()
    {
        var token = mint.Write();

        mint.Time.Advance(TimeSpan.FromSeconds(3599));
        Assert.NotNull(await mint.ReadAsync(token));
        mint.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await mint.ReadAsync(token));
    }

    [Fact]
    public async Task After_a_rotation_the_old_key_still_verifies_and_a_removed_one_does_not()
    {
        var next = new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "key-2" };

        Assert.NotNull(await mint.Format.ReadAsync(mint.Write(), [next, mint.Key]));
        Assert.Null(await mint.Format.ReadAsync(mint.Write(), [next]));
        Assert.Null(await mint.Format.ReadAsync(mint.Write(), []));
    }

    [Fact]
    public async Task Another_key_under_the_same_name_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var token = mint.Format.Write(mint.Claims, new ECDsaSecurityKey(other) { KeyId = "key-1" });

        Assert.Null(await mint.ReadAsync(token));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("NONE")]
    [InlineData("nOnE")]
    public async Task An_unsigned_token_is_refused(string algorithm)
    {
        var header = $$"""{"alg":"{{algorithm}}","kid":"key-1","typ":"at+jwt"}""";

        Assert.Null(await mint.ReadAsync(mint.Forge(header, _ => [])));
        Assert.Null(await mint.ReadAsync(mint.Forge(header, mint.Es256)));
    }

    [Fact]
    public async Task The_public_key_used_as_a_shared_secret_is_refused()
    {
        const string header = """{"alg":"HS256","kid":"key-1","typ":"at+jwt"}""";
        var point = mint.Curve.ExportParameters(includePrivateParameters: false).Q;
        byte[][] secrets =
        [
            mint.Curve.ExportSubjectPublicKeyInfo(),
            Encoding.ASCII.GetBytes(mint.Curve.ExportSubjectPublicKeyInfoPem()),
            [.. point.X!, .. point.Y!],
            [4, .. point.X, .. point.Y],
            [],
        ];

        foreach (var secret in secrets)
        {
            Assert.Null(await mint.ReadAsync(mint.Forge(header, data => HMACSHA256.HashData(secret, data))));
        }
    }

    [Fact]
    public async Task A_key_that_the_token_brings_along_is_not_used()
    {
        using var attacker = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(attacker));
        var header =
            $$$"""{"alg":"ES256","typ":"at+jwt","jwk":{"kty":"EC","crv":"P-256","x":"{{{jwk.X}}}","y":"{{{jwk.Y}}}"},"jku":"https://evil.example/jwks"}""";

        Assert.Null(
            await mint.ReadAsync(mint.Forge(header, data => attacker.SignData(data, HashAlgorithmName.SHA256)))
        );
    }

    [Theory]
    [InlineData("""{"alg":"ES256","kid":"key-1"}""")]
    [InlineData("""{"alg":"ES256","kid":"key-1","typ":"JWT"}""")]
    [InlineData("""{"alg":"ES256","kid":"key-1","typ":"logout+jwt"}""")]
    [InlineData("""{"alg":"ES256","kid":"key-1","typ":null}""")]
    [InlineData("""{"alg":"ES384","kid":"key-1","typ":"at+jwt"}""")]
    [InlineData("""{"alg":"RS256","kid":"key-1","typ":"at+jwt"}""")]
    [InlineData("""{"alg":"","kid":"key-1","typ":"at+jwt"}""")]
    [InlineData("""{"kid":"key-1","typ":"at+jwt"}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""x""")]
    public async Task Another_type_or_algorithm_in_the_header_is_refused_even_under_our_signature(string header) =>
        Assert.Null(await mint.ReadAsync(mint.WithHeader(header)));

    [Theory]
    [InlineData("aud", "\"https://other.example/mcp\"")]
    [InlineData("aud", "\"https://mcp.example.com\"")]
    [InlineData("aud", "\"https://mcp.example.com/mcp/\"")]
    [InlineData("aud", "\"https://mcp.example.com/MCP\"")]
    [InlineData("aud", "[]")]
    [InlineData("aud", "\"\"")]
    [InlineData("aud", null)]
    [InlineData("iss", "\"https://evil.example\"")]
    [InlineData("iss", "\"https://mcp.example.com/\"")]
    [InlineData("iss", "\"\"")]
    [InlineData("iss", null)]
    [InlineData("exp", "1")]
    [InlineData("exp", "0")]
    [InlineData("exp", "-1")]
    [InlineData("exp", "\"never\"")]
    [InlineData("exp", "1e400")]
    [InlineData("exp", null)]
    [InlineData("sub", null)]
    [InlineData("sid", null)]
    [InlineData("fam", null)]
    [InlineData("client_id", null)]
    [InlineData("client_id", "\"too short\"")]
    public async Task A_wrong_or_missing_claim_is_refused_even_under_our_signature(string claim, string? json) =>
        Assert.Null(await mint.ReadAsync(mint.WithClaim(claim, json)));

    [Fact]
    public async Task A_token_of_another_resource_of_the_same_issuer_is_refused()
    {
        var other = new AccessTokenFormat(ResourceUri.At(Sample.Issuer, "/other"), mint.Time);

        Assert.Null(await mint.ReadAsync(other.Write(mint.Claims, mint.Key)));
    }

    [Fact]
    public async Task A_signature_that_is_cut_grown_or_in_another_form_is_refused()
    {
        var token = mint.Write();
        var signed = token[..(token.LastIndexOf('.') + 1)];

        Assert.Null(await mint.ReadAsync(signed));
        Assert.Null(await mint.ReadAsync(signed[..^1]));
        Assert.Null(await mint.ReadAsync(token[..^4]));
        Assert.Null(await mint.ReadAsync(token + "AAAA"));
        Assert.Null(await mint.ReadAsync(token + ".AAAA"));
        Assert.Null(await mint.ReadAsync(signed + System.Buffers.Text.Base64Url.EncodeToString(new byte[64])));
        Assert.Null(
            await mint.ReadAsync(
                mint.Forge(
                    """{"alg":"ES256","kid":"key-1","typ":"at+jwt"}""",
                    data => mint.Curve.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
                )
            )
        );
    }

    [Fact]
    public async Task A_token_with_one_changed_character_is_refused()
    {
        var token = mint.Write();

        // The last character of the signature carries two bits only; base64url lets its others vary.
        for (var i = 0; i < token.Length - 1; i++)
        {
            var changed = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            Assert.Null(await mint.ReadAsync(changed));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("....")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d.e")]
    [InlineData("ä.ö.ü")]
    [InlineData("e30.e30.")]
    [InlineData("\0")]
    public async Task Text_that_is_no_token_is_refused_without_a_throw(string text) =>
        Assert.Null(await mint.ReadAsync(text));
}
