using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gatehouse.IdentityProviders.Tests.Tokens;

/// <summary>Files with keys, in a folder of their own.</summary>
internal sealed class KeyFiles : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gatehouse-keys-");

    public string Write(string name, string content)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, content);
        return file;
    }

    public string Key(AsymmetricAlgorithm key) => Write("key.pem", key.ExportPkcs8PrivateKeyPem());

    public string Certificate(RSA key)
    {
        using var certificate = Issue(key);
        return Write("certificate.pem", certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
    }

    public static X509Certificate2 Issue(RSA key) =>
        new CertificateRequest(
            "CN=gatehouse",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );

    public void Dispose() => folder.Delete(recursive: true);
}
