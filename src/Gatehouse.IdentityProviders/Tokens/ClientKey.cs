using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.IdentityProviders.Tokens;

/// <summary>A private key this server signs client assertions with, and how the provider knows which one it is.</summary>
internal sealed class ClientKey
{
    private readonly AsymmetricSecurityKey key;
    private readonly string[] algorithms;

    private ClientKey(AsymmetricAlgorithm algorithm, bool hasCertificate, Dictionary<string, object> header)
    {
        Header = header;
        (key, algorithms) = algorithm switch
        {
            // Entra ID documents PS256 for certificates; RS256 is what every OpenID provider must know.
            RSA rsa => (
                (AsymmetricSecurityKey)new RsaSecurityKey(rsa),
                hasCertificate ? ["PS256", "RS256"] : new[] { "RS256", "PS256" }
            ),
            ECDsa { KeySize: 256 } ec => (new ECDsaSecurityKey(ec), ["ES256"]),
            ECDsa { KeySize: 384 } ec => (new ECDsaSecurityKey(ec), ["ES384"]),
            ECDsa { KeySize: 521 } ec => (new ECDsaSecurityKey(ec), ["ES512"]),
            _ => throw new FormatException("its key is neither RSA nor one of the curves P-256, P-384 and P-521"),
        };
    }

    /// <summary>What the header of an assertion says beside algorithm and type.</summary>
    public Dictionary<string, object> Header { get; }

    /// <summary>Reads a key without a certificate.</summary>
    /// <param name="file">The PEM file.</param>
    /// <param name="keyId">The name the provider knows the key by; null to send none.</param>
    public static ClientKey ReadKey(string file, string? keyId)
    {
        var read = new ClientKey(Import(File.ReadAllText(file)), hasCertificate: false, []);
        read.key.KeyId = string.IsNullOrEmpty(keyId) ? null : keyId;
        return read;
    }

    /// <summary>Reads a certificate with its key, and the certificates that lead to its authority when they follow.</summary>
    public static ClientKey ReadCertificate(string file)
    {
        var text = File.ReadAllText(file);
        var chain = new X509Certificate2Collection();
        try
        {
            chain.ImportFromPem(text);
        }
        catch (CryptographicException problem)
        {
            throw new FormatException("its certificate cannot be read", problem);
        }

        if (chain.Count == 0)
        {
            throw new FormatException("it holds no certificate (-----BEGIN CERTIFICATE-----)");
        }

        var key = Import(text);
        if (!chain[0].PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo()))
        {
            throw new FormatException("its first certificate belongs to another key than the one it holds");
        }

        return new ClientKey(
            key,
            hasCertificate: true,
            new Dictionary<string, object>
            {
                ["x5t#S256"] = Base64UrlEncoder.Encode(chain[0].GetCertHash(HashAlgorithmName.SHA256)),
                ["x5c"] = chain.Select(certificate => Convert.ToBase64String(certificate.RawData)).ToArray(),
            }
        );
    }

    /// <summary>What to sign with at a provider that knows these algorithms; null when it knows none of this key's.</summary>
    public SigningCredentials? Credentials(IReadOnlyList<string>? supported)
    {
        var algorithm = supported is { Count: > 0 } ? Array.Find(algorithms, supported.Contains) : algorithms[0];
        return algorithm is null ? null : new SigningCredentials(key, algorithm);
    }

    /// <summary>Never the key.</summary>
    public override string ToString() => "***";

    private static AsymmetricAlgorithm Import(string text)
    {
        if (text.Contains("ENCRYPTED", StringComparison.Ordinal))
        {
            throw new FormatException(
                "its key is encrypted; write it without a passphrase and let only this server read it"
            );
        }

        if (!text.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            throw new FormatException("it holds no private key (-----BEGIN PRIVATE KEY-----)");
        }

        return TryImport(RSA.Create(), text)
            ?? TryImport(ECDsa.Create(), text)
            ?? throw new FormatException("its key is neither RSA nor EC, or cannot be read");
    }

    private static AsymmetricAlgorithm? TryImport(AsymmetricAlgorithm algorithm, string text)
    {
        try
        {
            algorithm.ImportFromPem(text);
            return algorithm;
        }
        catch (Exception problem) when (problem is CryptographicException or ArgumentException)
        {
            algorithm.Dispose();
            return null;
        }
    }
}
