using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Gatehouse.Nextcloud.Transport;

/// <summary>
/// The one pooled handler. No cookies: Nextcloud's session cookie wins over Authorization, so a shared jar would answer bob as alice
/// (tests/recordings/cookie-jar). No redirects: they would carry the app password elsewhere. No decompression: some servers change the
/// ETag of compressed answers, and a conditional write would then never match.
/// </summary>
internal static class CloudHandler
{
    public static SocketsHttpHandler Create(NextcloudTransportOptions options) =>
        new()
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            PreAuthenticate = false,
            Credentials = null,
            ConnectTimeout = options.ConnectTimeout,
            PooledConnectionLifetime = options.PooledConnectionLifetime,
            MaxResponseHeadersLength = 64,
            SslOptions = options.ExtraCaFile is { } file ? Trusting(file) : new SslClientAuthenticationOptions(),
        };

    private static SslClientAuthenticationOptions Trusting(string extraCaFile)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.ImportFromPemFile(extraCaFile);
        if (policy.CustomTrustStore.Count == 0)
            throw new FormatException($"The file '{extraCaFile}' holds no PEM certificate.");

        using var system = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
        policy.CustomTrustStore.AddRange(system.Certificates);
        return new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
    }
}
