using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.Testing.Providers.Tokens;

/// <summary>
/// The keys of a provider. RSA keys are made once and lent to one provider at a time: they cost a tenth of a second each, and no two providers that
/// live at once may share one.
/// </summary>
internal sealed class ProviderKeys : IDisposable
{
    private const int KeySize = 2048;
    private static readonly ConcurrentBag<RSA> shelf = [];

    private readonly string algorithm;
    private readonly string secret;
    private readonly List<SecurityKey> published = [];
    private readonly List<RSA> lent = [];
    private SecurityKey current;

    public ProviderKeys(string algorithm, string secret)
    {
        this.algorithm = algorithm;
        this.secret = secret;
        current = NewKey();
        published.Add(current);
    }

    /// <summary>Signs with a new key from now on.</summary>
    /// <param name="keepsOld">Whether the old ones stay published.</param>
    public void Rotate(bool keepsOld)
    {
        current = NewKey();
        if (!keepsOld)
        {
            published.Clear();
        }

        published.Add(current);
    }

    public JsonObject Document()
    {
        var keys = new JsonArray();
        foreach (var key in published)
        {
            var shown = key switch
            {
                RsaSecurityKey rsa => JsonWebKeyConverter.ConvertFromRSASecurityKey(rsa),
                ECDsaSecurityKey ec => JsonWebKeyConverter.ConvertFromECDsaSecurityKey(ec),
                _ => null,
            };
            if (shown is not null)
            {
                keys.Add(Public(shown));
            }
        }

        return new JsonObject { ["keys"] = keys };
    }

    public string Sign(JsonObject claims, string? type) =>
        Sign(claims, type, algorithm, Mark(current), SignWith(current));

    /// <summary>A token that says it is signed by nobody.</summary>
    public static string Unsigned(JsonObject claims) => Sign(claims, "JWT", "none", kid: null, _ => []);

    /// <summary>A token authenticated with the public key as if it were a shared secret.</summary>
    public string SignedWithPublicKey(JsonObject claims)
    {
        var pem = current is RsaSecurityKey rsa
            ? rsa.Rsa.ExportSubjectPublicKeyInfoPem()
            : ((ECDsaSecurityKey)current).ECDsa.ExportSubjectPublicKeyInfoPem();
        return Sign(
            claims,
            "JWT",
            "HS256",
            Mark(current),
            bytes => HMACSHA256.HashData(Encoding.ASCII.GetBytes(pem), bytes)
        );
    }

    /// <summary>A token signed by a key nobody published.</summary>
    public string SignedWithForeignKey(JsonObject claims)
    {
        var foreign = NewKey();
        return Sign(claims, "JWT", algorithm, Mark(current), SignWith(foreign));
    }

    public void Dispose()
    {
        foreach (var key in lent)
        {
            shelf.Add(key);
        }
    }

    private static string Sign(
        JsonObject claims,
        string? type,
        string algorithm,
        string? kid,
        Func<byte[], byte[]> sign
    )
    {
        var header = new JsonObject();
        if (type is not null)
        {
            header["typ"] = type;
        }

        header["alg"] = algorithm;
        if (kid is not null)
        {
            header["kid"] = kid;
        }

        var text = $"{Encoded(header)}.{Encoded(claims)}";
        return $"{text}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    private static string Encoded(JsonObject part) => Base64UrlEncoder.Encode(part.ToJsonString());

    private string? Mark(SecurityKey key) => algorithm == "HS256" ? null : key.KeyId;

    private Func<byte[], byte[]> SignWith(SecurityKey key) =>
        bytes =>
        {
            using var signer = key.CryptoProviderFactory.CreateForSigning(key, algorithm, cacheProvider: false);
            return signer.Sign(bytes);
        };

    private SecurityKey NewKey()
    {
        var id = RandomNumberGenerator.GetHexString(16, lowercase: true);
        switch (algorithm)
        {
            case "HS256":
                return new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)) { KeyId = id };
            case "ES256":
                return new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = id };
            default:
                var key = shelf.TryTake(out var made) ? made : RSA.Create(KeySize);
                lent.Add(key);
                return new RsaSecurityKey(key) { KeyId = id };
        }
    }

    private JsonObject Public(JsonWebKey key)
    {
        var shown = new JsonObject
        {
            ["kty"] = key.Kty,
            ["use"] = "sig",
            ["alg"] = algorithm,
            ["kid"] = key.KeyId,
        };
        foreach (
            var (name, value) in new[] { ("n", key.N), ("e", key.E), ("crv", key.Crv), ("x", key.X), ("y", key.Y) }
        )
        {
            if (!string.IsNullOrEmpty(value))
            {
                shown[name] = value;
            }
        }

        return shown;
    }
}
