using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gatehouse.OAuth.Tokens;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.OAuth.Tests.Tokens;

/// <summary>Makes tokens: genuine ones by the product, forged ones by hand.</summary>
internal sealed class TokenMint
{
    private const string Genuine = """{"alg":"ES256","kid":"key-1","typ":"at+jwt"}""";

    public TokenMint()
    {
        Key = new ECDsaSecurityKey(Curve) { KeyId = "key-1" };
        Format = new AccessTokenFormat(Sample.Resource, Time);
        Claims = new AccessTokenClaims(
            "alice",
            TokenHash.Of("a client"),
            "connection-1",
            "family-1",
            ScopeSet.Parse("notes.read"),
            Time.GetUtcNow().AddHours(1)
        );
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public ECDsa Curve { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public ECDsaSecurityKey Key { get; }

    public AccessTokenFormat Format { get; }

    public AccessTokenClaims Claims { get; }

    public string Write() => Format.Write(Claims, Key);

    public Task<AccessTokenClaims?> ReadAsync(string token) => Format.ReadAsync(token, [Key]);

    /// <summary>A token of our own key whose payload has one claim set to another JSON value, or taken away.</summary>
    public string WithClaim(string name, string? json) => Sign(Genuine, Payload(name, json), Es256);

    /// <summary>A token of our own key with another header.</summary>
    public string WithHeader(string header) => Sign(header, Payload(), Es256);

    /// <summary>A token with another header and another way to sign.</summary>
    public string Forge(string header, Func<byte[], byte[]> sign) => Sign(header, Payload(), sign);

    public byte[] Es256(byte[] data) => Curve.SignData(data, HashAlgorithmName.SHA256);

    public static JsonElement Part(string token, int index) =>
        JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[index])).RootElement;

    private string Payload(string? changed = null, string? json = null)
    {
        var members = Part(Write(), 1)
            .EnumerateObject()
            .Where(claim => claim.Name != changed)
            .Select(claim => $"\"{claim.Name}\":{claim.Value.GetRawText()}");
        return "{" + string.Join(',', json is null ? members : members.Append($"\"{changed}\":{json}")) + "}";
    }

    private static string Sign(string header, string payload, Func<byte[], byte[]> sign)
    {
        var signed = Encode(Encoding.UTF8.GetBytes(header)) + "." + Encode(Encoding.UTF8.GetBytes(payload));
        return signed + "." + Encode(sign(Encoding.ASCII.GetBytes(signed)));
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
