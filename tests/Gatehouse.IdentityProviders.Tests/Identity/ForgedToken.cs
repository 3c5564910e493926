using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.IdentityProviders.Tests.Identity;

/// <summary>An ID token written by hand, so that everything in it can be wrong. Unless changed it is right for a client <see cref="ClientId"/> of <see cref="Issuer"/>.</summary>
internal sealed class ForgedToken
{
    public const string Issuer = "https://login.example.com";
    public const string ClientId = "gatehouse-client";
    public const string Nonce = "n-0S6_WzA2Mj";
    public static readonly DateTimeOffset Now = new(2026, 11, 26, 2, 0, 0, TimeSpan.Zero);

    // Making one costs more than all tests that use it.
    private static readonly RSA provider = RSA.Create(2048);

    private readonly RSA rsa;

    /// <summary>One of the provider, or of somebody with a key of their own.</summary>
    public ForgedToken(RSA? key = null) => rsa = key ?? provider;

    public JsonObject Header { get; } =
        new()
        {
            ["alg"] = "RS256",
            ["kid"] = "one",
            ["typ"] = "JWT",
        };

    public JsonObject Payload { get; } =
        new()
        {
            ["iss"] = Issuer,
            ["sub"] = "248289761001",
            ["aud"] = ClientId,
            ["nonce"] = Nonce,
            ["iat"] = Now.ToUnixTimeSeconds(),
            ["exp"] = Now.AddHours(1).ToUnixTimeSeconds(),
        };

    /// <summary>The public key as a provider publishes it.</summary>
    public JsonWebKey Key
    {
        get
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(
                new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false)) { KeyId = "one" }
            );
            key.Use = "sig";
            return key;
        }
    }

    /// <summary>The public key as a file, the way it is found on a provider's web page.</summary>
    public byte[] PublicPem => Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem());

    public ForgedToken With(string claim, JsonNode? value)
    {
        Payload[claim] = value;
        return this;
    }

    public ForgedToken Without(string claim)
    {
        Payload.Remove(claim);
        return this;
    }

    /// <summary>Signed with the provider's private key.</summary>
    public string Sign() => Sign(input => rsa.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <summary>Signed in any way.</summary>
    public string Sign(Func<byte[], byte[]> signature) => Sign(Payload.ToJsonString(), signature);

    /// <summary>Signed with the provider's private key, claims as text.</summary>
    public string SignText(string payload) =>
        Sign(payload, input => rsa.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    private string Sign(string payload, Func<byte[], byte[]> signature)
    {
        var input = $"{Encode(Header.ToJsonString())}.{Encode(payload)}";
        return $"{input}.{Base64Url.EncodeToString(signature(Encoding.ASCII.GetBytes(input)))}";
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
