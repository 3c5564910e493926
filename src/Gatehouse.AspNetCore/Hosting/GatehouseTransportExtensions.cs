using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.StepUp;
using Gatehouse.AspNetCore.Transport;
using ModelContextProtocol.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Serves MCP the way Gatehouse does: clients of every revision on one address.</summary>
public static class GatehouseTransportExtensions
{
    /// <summary>
    /// Adds the HTTP transport: sessions for clients that begin with <c>initialize</c> (2024-11-05 to 2025-11-25), none from
    /// 2026-07-28 on. Map it with <see cref="MapGatehouseMcp"/>.
    /// </summary>
    public static IMcpServerBuilder WithGatehouseTransport(this IMcpServerBuilder builder) =>
        builder.WithHttpTransport(transport =>
            transport.SessionMode = HttpServerSessionMode.StatefulForInitializeClients
        );

    /// <summary>Maps the MCP server at the protected resource's path.</summary>
    public static IEndpointConventionBuilder MapGatehouseMcp(this IEndpointRouteBuilder routes)
    {
        var stepUp = routes.ServiceProvider.GetRequiredService<StepUpRule>();
        var mapped = routes.MapMcp(routes.ServiceProvider.GetRequiredService<Deployment>().Resource.Path);
        mapped.Finally(endpoint =>
        {
            var transport = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = async context =>
            {
                if (
                    (await ProtocolVersionRule.RefusesAsync(context.Request) ?? await stepUp.RefusesAsync(context)) is
                    { } refusal
                )
                {
                    await refusal.ExecuteAsync(context);
                    return;
                }

                await transport(context);
            };
        });
        return mapped;
    }
}
