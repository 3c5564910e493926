using System.Net;
using System.Net.Sockets;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.Sessions;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.OAuth;
using Gatehouse.Testing.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.Testing.Sites;

/// <summary>
/// Gatehouse alone, on real Kestrel: a sign-in that does what a test says, a resource that counts its calls, stores that can be made to fail.
/// </summary>
public sealed class Site : IAsyncDisposable
{
    private readonly WebApplication app;
    private int reached;

    private Site(SiteOptions options)
    {
        Options = options;
        app = Build();
    }

    /// <summary>What it was started with.</summary>
    public SiteOptions Options { get; }

    /// <summary>Its clock.</summary>
    public FakeTimeProvider Time => Options.Time;

    /// <summary>The person at the door.</summary>
    public ScriptedSignIn SignIn { get; } = new();

    /// <summary>Its stores.</summary>
    public StoreFaults Stores { get; } = new();

    /// <summary>What it wrote.</summary>
    public CapturedLog Log { get; } = new();

    /// <summary>Everything inside.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>How many requests got through to the resource.</summary>
    public int Reached => Volatile.Read(ref reached);

    /// <summary>The port it listens on.</summary>
    public int Port => new Uri(app.Urls.First()).Port;

    /// <summary>Starts one; it listens when this returns.</summary>
    public static async Task<Site> StartAsync(SiteOptions? options = null)
    {
        var site = new Site(options ?? new SiteOptions());
        try
        {
            await site.app.StartAsync(CancellationToken.None);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client that reaches it by every name, without cookies and redirects.</summary>
    public HttpClient NewHttp() =>
        new(
            new SocketsHttpHandler
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                UseProxy = false,
                ConnectCallback = ConnectAsync,
            }
        )
        {
            BaseAddress = new Uri(Options.PublicUrl.Replace("https:", "http:", StringComparison.Ordinal)),
        };

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext _, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new CapturingLoggerProvider(Log)).SetMinimumLevel(LogLevel.Information);
        builder.Services.AddSingleton(Options.Clock ?? Options.Time);
        builder.Services.AddSingleton<ISignIn>(SignIn);
        if (Options.Database is { } file)
        {
            builder.Services.AddSqliteStorage(file);
        }

        builder.Services.AddGatehouse(Configure);
        Stores.Watch<IConnectionStore>(builder.Services);
        Stores.Watch<ITokenStore>(builder.Services);
        Stores.Watch<AspNetCore.Authorization.ITransactionStore>(builder.Services);
        Stores.Watch<IClientStore>(builder.Services);
        Stores.Watch<AspNetCore.Device.IDeviceStore>(builder.Services);
        Stores.Watch<IVaultStore>(builder.Services);
        Stores.Watch<ISessionStore>(builder.Services);
        Stores.Watch<AspNetCore.People.IPersonSessionStore>(builder.Services);
        Stores.Watch<IKeyStore>(builder.Services);
        if (!Options.Background)
        {
            var background = builder.Services.Single(service => service.ImplementationType?.Name == "Housekeeper");
            builder.Services.Remove(background);
        }

        Options.Services?.Invoke(builder.Services);
        var built = builder.Build();
        built.MapGatehouse();
        (Options.Resource ?? MapResource)(built);
        return built;
    }

    private void Configure(GatehouseOptions gatehouse)
    {
        gatehouse.PublicUrl = Options.PublicUrl;
        gatehouse.Name = "the test server";
        gatehouse.MasterKey = Options.MasterKey;
        gatehouse.ClientMetadataDocuments = ClientMetadataDocumentMode.Off;
        gatehouse.Scopes.Add(new SupportedScope(Scope.Of("notes.read"), "Notes", "Read notes"));
        gatehouse.Scopes.Add(
            new SupportedScope(Scope.Of("notes.write"), "Notes", "Change notes", Scope.Of("notes.read"))
        );
        gatehouse.Scopes.Add(new SupportedScope(Scope.Of("files.read"), "Files", "Read files"));
        Options.Gatehouse?.Invoke(gatehouse);
    }

    private void MapResource(WebApplication built)
    {
        RequestDelegate count = context =>
        {
            Interlocked.Increment(ref reached);
            return context.Response.WriteAsync(Access.Of(context.User)?.Scopes.ToString() ?? "nobody");
        };
        built.Map("/{**rest}", count);
        built.Map("/mcp", count);
        built.Map("/mcp/{**rest}", count);
    }
}
