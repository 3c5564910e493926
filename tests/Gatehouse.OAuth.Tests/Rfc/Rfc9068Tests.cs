using System.Security.Cryptography;
using System.Text.Json;
using Gatehouse.OAuth.Tests.Tokens;

namespace Gatehouse.OAuth.Tests.Rfc;

/// <summary>RFC 9068: access tokens as JWT, looked at without the library that writes them.</summary>
public sealed class Rfc9068Tests
{
    private readonly TokenMint mint = new();

    [Fact]
    public void Section_2_1_the_header_names_type_algorithm_and_key()
    {
        var header = TokenMint.Part(mint.Write(), 0);

        Assert.Equal("at+jwt", header.GetProperty("typ").GetString());
        Assert.Equal("ES256", header.GetProperty("alg").GetString());
        Assert.Equal("key-1", header.GetProperty("kid").GetString());
        Assert.Equal(3, header.EnumerateObject().Count());
    }

    [Fact]
    public void Section_2_2_every_required_claim_is_there_and_no_other()
    {
        var payload = TokenMint.Part(mint.Write(), 1);

        Assert.Equal("https://mcp.example.com", payload.GetProperty("iss").GetString());
        Assert.Equal("https://mcp.example.com/mcp", payload.GetProperty("aud").GetString());
        Assert.Equal("alice", payload.GetProperty("sub").GetString());
        Assert.Equal("notes.read", payload.GetProperty("scope").GetString());
        var issued = mint.Time.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(issued, payload.GetProperty("iat").GetInt64());
        Assert.Equal(issued + 3600, payload.GetProperty("exp").GetInt64());
        Assert.Equal(
            ["aud", "client_id", "exp", "fam", "iat", "iss", "jti", "scope", "sid", "sub"],
            payload.EnumerateObject().Select(claim => claim.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Section_2_2_no_two_tokens_have_the_same_jti() =>
        Assert.NotEqual(Jti(TokenMint.Part(mint.Write(), 1)), Jti(TokenMint.Part(mint.Write(), 1)));

    [Fact]
    public void Section_4_the_signature_is_ES256_over_header_and_payload()
    {
        var parts = mint.Write().Split('.');

        Assert.True(
            mint.Curve.VerifyData(
                System.Text.Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
                System.Buffers.Text.Base64Url.DecodeFromChars(parts[2]),
                HashAlgorithmName.SHA256
            )
        );
    }

    private static string? Jti(JsonElement payload) => payload.GetProperty("jti").GetString();
}
