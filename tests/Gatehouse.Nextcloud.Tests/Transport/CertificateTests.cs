using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Nextcloud.Tests.Transport;

public sealed class CertificateTests : IAsyncLifetime
{
    private const string Status =
        """{"installed":true,"maintenance":false,"needsDbUpgrade":false,"versionstring":"32.0.1","productname":"Nextcloud"}""";
    private readonly string caFile = Path.GetTempFileName();
    private WebApplication app = null!;

    private CloudAddress Address => CloudAddress.Parse(app.Urls.Single());

    public async ValueTask InitializeAsync()
    {
        using var caKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var caRequest = new CertificateRequest("CN=Private CA", caKey, HashAlgorithmName.SHA256);
        caRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var (from, to) = (DateTimeOffset.UnixEpoch.AddYears(40), DateTimeOffset.UnixEpoch.AddYears(110));
        using var ca = caRequest.CreateSelfSigned(from, to);
        await File.WriteAllTextAsync(caFile, ca.ExportCertificatePem(), TestContext.Current.CancellationToken);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=cloud", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(ca, from, to, [1, 2, 3]);
        var certificate = X509CertificateLoader.LoadPkcs12(
            issued.CopyWithPrivateKey(key).Export(X509ContentType.Pkcs12),
            password: null
        );

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(certificate)));
        app = builder.Build();
        app.MapGet("/status.php", () => Results.Text(Status, "application/json"));
        await app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        File.Delete(caFile);
    }

    [Fact]
    public async Task A_private_authority_is_trusted_when_its_file_is_given()
    {
        using var transport = Transport(new NextcloudTransportOptions { ExtraCaFile = caFile });

        Assert.True(
            (await new StatusClient(transport).GetAsync(Address, TestContext.Current.CancellationToken)).Installed
        );
    }

    [Fact]
    public async Task A_private_authority_is_not_trusted_by_itself()
    {
        using var transport = Transport(new NextcloudTransportOptions());

        var exception = await Assert.ThrowsAsync<NextcloudException>(() =>
            new StatusClient(transport).GetAsync(Address, TestContext.Current.CancellationToken)
        );

        Assert.Equal(NextcloudErrorKind.CloudUnreachable, exception.Kind);
        Assert.Contains("certificate", exception.Error.Cause, StringComparison.Ordinal);
    }

    private static NextcloudTransport Transport(NextcloudTransportOptions options) =>
        new(options, TimeProvider.System, NullLogger<NextcloudTransport>.Instance);
}
