namespace Gatehouse.Bench.Servers;

/// <summary>What stands behind a row of the report.</summary>
/// <param name="Name">How the driver asks for it.</param>
/// <param name="AddServices">Its services, for the address it will have and a folder of its own.</param>
/// <param name="Map">Its endpoints.</param>
internal sealed record Variant(
    string Name,
    Action<IServiceCollection, string, string> AddServices,
    Action<WebApplication> Map
)
{
    public static IReadOnlyList<Variant> All { get; } =
    [
        new("raw", (_, _, _) => { }, app => PlainEndpoint.Map(app)),
        new(
            "gatehouse",
            (services, url, _) => GatehouseServices.Add(services, url),
            app => PlainEndpoint.Map(app.WithGatehouse())
        ),
        new("jwt-bearer", (services, _, _) => JwtBearerServices.Add(services), JwtBearerServices.Map),
        new("mcp", (services, _, _) => McpServices.Add(services), app => app.MapMcp(PlainEndpoint.Path)),
        new(
            "mcp-gatehouse",
            (services, url, _) =>
            {
                GatehouseServices.Add(services, url);
                McpServices.Add(services);
            },
            app => app.WithGatehouse().MapMcp(PlainEndpoint.Path)
        ),
        new(
            "yarp-mcp",
            (services, _, _) =>
            {
                ProxyServices.Add(services);
                McpServices.Add(services);
            },
            app =>
            {
                app.MapReverseProxy();
                app.MapMcp(PlainEndpoint.Path);
            }
        ),
        new(
            "gatehouse-sqlite",
            (services, url, data) =>
            {
                services.AddSqliteStorage(Path.Combine(data, "gatehouse.db"));
                GatehouseServices.Add(services, url);
            },
            app => app.WithGatehouse()
        ),
        new("tools", (services, _, data) => ToolServices.Add(services, data), ToolServices.Map),
        new(
            "capture",
            (services, _, data) => ToolServices.Add(services, data),
            app =>
            {
                RequestCapture.Map(app);
                ToolServices.Map(app);
            }
        ),
        new(
            "fetch",
            (services, _, data) => services.AddSingleton(new FetchEndpoint(data)),
            app => app.Services.GetRequiredService<FetchEndpoint>().Map(app)
        ),
        new(
            "echoed-answers",
            (services, _, data) => EchoedAnswers.Add(services, data),
            app => app.MapMcp(PlainEndpoint.Path)
        ),
        new("broker", BrokerServices.Add, app => app.WithGatehouse()),
        new("provider", (_, _, _) => { }, BenchProvider.Map),
    ];

    public static Variant Named(string name) => All.First(variant => variant.Name == name);
}
