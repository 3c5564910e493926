namespace Gatehouse.Bench.Servers;

/// <summary>One variant in a process of its own, until its standard input ends: the driver's death ends it too.</summary>
internal static class ServedVariant
{
    public static async Task<int> RunAsync(string name, string url, string data)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ApplicationName = "Gatehouse.Bench",
                // As gatehouse itself does: nothing watches the folder the database is written to.
                Args = ["--hostBuilder:reloadConfigOnChange=false"],
            }
        );
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        var variant = Variant.Named(name);
        variant.AddServices(builder.Services, url, data);
        await using var app = builder.Build();
        variant.Map(app);
        MemoryEndpoints.Map(app);
        app.MapGet("/health/live", static context => context.Response.WriteAsync("live\n"));
        await app.StartAsync();
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }
}
