using ModelContextProtocol.AspNetCore;

namespace Gatehouse.Bench.Servers;

/// <summary>The official C# SDK with one tool, without sessions.</summary>
internal static class McpServices
{
    public static void Add(IServiceCollection services) =>
        services
            .AddMcpServer()
            .WithHttpTransport(transport => transport.SessionMode = HttpServerSessionMode.Stateless)
            .WithTools([EchoTool.Create()]);
}
