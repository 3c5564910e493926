using Gatehouse.AspNetCore.Registration;
using Gatehouse.DemoCloud.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Testing.Hosts;

/// <summary>Gatehouse with a demo cloud behind it in this process, on real Kestrel and loopback ports: everything of it can be reached and replaced.</summary>
public sealed class GatehouseHost : IAsyncDisposable
{
    private readonly GatehouseHostOptions options;
    private readonly string folder = Directory.CreateTempSubdirectory("gatehouse-host-").FullName;
    private WebApplication app;

    private GatehouseHost(GatehouseHostOptions options, DemoCloudServer cloud)
    {
        this.options = options;
        Cloud = cloud;
        Url = $"http://127.0.0.1:{options.Port ?? LoopbackPorts.Take(1)}";
        app = Build();
    }

    /// <summary>Its public origin.</summary>
    public string Url { get; }

    /// <summary>The MCP endpoint.</summary>
    public string Mcp => Url + "/mcp";

    /// <summary>The cloud people sign in at: its faults, its requests, its app passwords.</summary>
    public DemoCloudServer Cloud { get; }

    /// <summary>Everything inside.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>What it logged, our own categories from Trace on.</summary>
    public CapturedLog Log { get; } = new();

    /// <summary>Starts one; it listens when this returns.</summary>
    public static async Task<GatehouseHost> StartAsync(
        GatehouseHostOptions? options,
        CancellationToken cancellationToken
    )
    {
        options ??= new GatehouseHostOptions();
        var cloudOptions = new DemoCloudOptions { TimeProvider = options.Time ?? TimeProvider.System };
        options.Cloud?.Invoke(cloudOptions);
        var host = new GatehouseHost(options, await DemoCloudServer.StartAsync(cloudOptions, cancellationToken));
        try
        {
            await host.app.StartAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops it and starts it again on the same address; what was only in memory is gone, what was in SQLite is not.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await app.DisposeAsync();
        app = Build();
        await app.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Cloud.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ApplicationName = "gatehouse-test" }
        );
        builder.WebHost.UseUrls(Url);
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new CapturingLoggerProvider(Log));
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        builder.Logging.AddFilter("Gatehouse", LogLevel.Trace);
        if (options.Time is { } time)
        {
            builder.Services.AddSingleton(time);
        }

        if (options.Sqlite)
        {
            builder.Services.AddSqliteStorage(Path.Combine(folder, "gatehouse.db"));
        }

        builder.Services.AddGatehouse(Configure);
        builder.Services.AddNextcloud(nextcloud =>
        {
            nextcloud.Cloud = Cloud.Address;
            options.Nextcloud?.Invoke(nextcloud);
        });
        var mcp = builder.Services.AddMcpServer().WithGatehouseTransport().AddNextcloudTools();
        options.Mcp?.Invoke(mcp);
        options.Services?.Invoke(builder.Services);

        var built = builder.Build();
        built.MapGatehouse();
        built.MapNextcloud();
        built.MapGatehouseMcp();
        options.Map?.Invoke(built);
        return built;
    }

    private void Configure(GatehouseOptions gatehouse)
    {
        gatehouse.PublicUrl = Url;
        gatehouse.ClientMetadataDocuments = ClientMetadataDocumentMode.Off;
        gatehouse.Name = "the demo cloud";
        gatehouse.MasterKeyFile = Path.Combine(folder, "master.key");
        foreach (var scope in NextcloudHostingExtensions.Scopes)
        {
            gatehouse.Scopes.Add(scope);
        }

        options.Gatehouse?.Invoke(gatehouse);
    }
}
