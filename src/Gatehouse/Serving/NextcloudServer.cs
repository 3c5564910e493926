using Gatehouse.Nextcloud.Tools.Hosting;
using Gatehouse.Settings;

namespace Gatehouse.Serving;

/// <summary>The server of <c>gatehouse nextcloud</c> and <c>gatehouse demo</c>, put together from its rooms.</summary>
internal static class NextcloudServer
{
    public static WebApplication Build(ServerSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ApplicationName = "gatehouse",
                // Otherwise the framework watches the working folder with all below it, and hears of every write of the database.
                Args = ["--hostBuilder:reloadConfigOnChange=false"],
            }
        );
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        ServerLogging.Configure(builder.Logging);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));

        builder.Services.AddSqliteStorage(Path.Combine(settings.Data, "gatehouse.db"));
        builder.Services.AddGatehouse(settings.Apply);
        builder.Services.AddNextcloud(settings.Apply);
        foreach (var provider in settings.IdentityProviders)
        {
            builder.Services.AddIdentityProvider(provider);
        }

        builder.Services.Configure<NextcloudToolsOptions>(settings.Apply);
        builder.Services.AddSingleton(settings.FileRules());
        builder.Services.AddSingleton(DocumentReader.Options);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<StartPageEndpoint>();
        builder
            .Services.AddMcpServer(server => server.ServerInfo = ServerVersion.Implementation)
            .WithGatehouseTransport()
            .AddNextcloudTools();

        var app = builder.Build();
        app.MapGatehouse();
        app.MapGatehouseMcp();
        app.MapNextcloud();
        app.MapStartPage();
        app.MapHealth();
        return app;
    }
}
