using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.Registration.Documents;
using Gatehouse.Clients;
using Gatehouse.Testing.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Testing.Documents;

/// <summary>
/// Web sites that publish what clients say of themselves: real Kestrel over https on this computer, with a certificate made for one run, and DNS as
/// a test wants it. All the rules of outbound requests hold; only this server's own address is taken for a public one.
/// </summary>
public sealed class Publisher : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> pages = new(StringComparer.Ordinal);
    private readonly X509Certificate2 certificate = Certificate();
    private readonly WebApplication app;
    private int requests;
    private int resolves;

    private Publisher()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate))
        );
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(HandleAsync);
    }

    /// <summary>Where names lead; everything to this server unless a test says otherwise.</summary>
    public Func<string, IPAddress[]> Resolve { get; set; } = _ => [IPAddress.Loopback];

    /// <summary>How many requests arrived.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <summary>How often a name was looked up.</summary>
    public int Resolves => Volatile.Read(ref resolves);

    private int Port => new Uri(app.Urls.First()).Port;

    /// <summary>Starts one; it listens when this returns.</summary>
    public static async Task<Publisher> StartAsync()
    {
        var publisher = new Publisher();
        await publisher.app.StartAsync(CancellationToken.None);
        return publisher;
    }

    /// <summary>An address here.</summary>
    public string UrlOf(string path, string host = "client.example") => $"https://{host}:{Port}{path}";

    /// <summary>Publishes something; what was there before is replaced.</summary>
    public void Publish(
        string path,
        string content,
        string? cacheControl = "max-age=600",
        string contentType = "application/json"
    ) =>
        Answer(
            path,
            context =>
            {
                context.Response.ContentType = contentType;
                context.Response.Headers.CacheControl = cacheControl;
                return context.Response.WriteAsync(content);
            }
        );

    /// <summary>Answers a path in any way.</summary>
    public void Answer(string path, RequestDelegate answer) => pages[path] = answer;

    /// <summary>Publishes a document that is right, with changes; returns its address.</summary>
    public string Describe(string path = "/client.json", string more = "", string? cacheControl = "max-age=600")
    {
        var url = UrlOf(path);
        Publish(
            path,
            $$"""{"client_id":"{{url}}","client_name":"Tool","redirect_uris":["http://127.0.0.1/callback"]{{more}}}""",
            cacheControl
        );
        return url;
    }

    /// <summary>Publishes the document of a known client as it is built in, with other words in it.</summary>
    public void PublishAs(string url, Func<string, string> change)
    {
        var built = KnownClients.Document(url)!.ContentFor(url)!;
        Publish(new Uri(url).AbsolutePath, change(built));
    }

    /// <summary>A site that reads what is published here.</summary>
    public SiteOptions Site(Action<GatehouseOptions>? more = null, string? database = null) =>
        new()
        {
            Database = database,
            Gatehouse = options =>
            {
                options.ClientMetadataDocuments = ClientMetadataDocumentMode.On;
                more?.Invoke(options);
            },
            Services = Join,
        };

    /// <summary>Lets a server see the network as this publisher has it.</summary>
    public void Join(IServiceCollection services) => services.AddSingleton(Network());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        certificate.Dispose();
    }

    private OutboundNetwork Network() =>
        new()
        {
            Resolve = (host, _) =>
            {
                Interlocked.Increment(ref resolves);
                return Task.FromResult(Resolve(host));
            },
            Allows = address => address.Equals(IPAddress.Loopback) || PublicAddress.Is(address),
            Port = port => port == 443 ? Port : port,
            Certificate = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString(),
        };

    private Task HandleAsync(HttpContext context)
    {
        Interlocked.Increment(ref requests);
        if (pages.TryGetValue(context.Request.Path, out var answer))
        {
            return answer(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=client.example", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
    }
}
