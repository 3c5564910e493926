using Yarp.ReverseProxy.Configuration;

namespace Gatehouse.Bench.Servers;

/// <summary>YARP with one route: what any gateway in .NET holds in memory before it does anything of its own.</summary>
internal static class ProxyServices
{
    public static void Add(IServiceCollection services) =>
        services
            .AddReverseProxy()
            .LoadFromMemory(
                [
                    new RouteConfig
                    {
                        RouteId = "all",
                        ClusterId = "upstream",
                        Match = new RouteMatch { Path = "/proxy/{**rest}" },
                    },
                ],
                [
                    new ClusterConfig
                    {
                        ClusterId = "upstream",
                        Destinations = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal)
                        {
                            ["one"] = new() { Address = "http://127.0.0.1:1" },
                        },
                    },
                ]
            );
}
