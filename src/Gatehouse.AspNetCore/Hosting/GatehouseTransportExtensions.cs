using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Sessions;
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
        {
            transport.SessionMode = HttpServerSessionMode.StatefulForInitializeClients;
            // Whoever comes back later, or after a thousand others, goes on from the store: memory is for those who are here.
            transport.IdleTimeout = TimeSpan.FromMinutes(30);
            transport.MaxIdleSessionCount = 1000;
        });

    /// <summary>Maps the MCP server at the protected resource's path.</summary>
    public static IEndpointConventionBuilder MapGatehouseMcp(this IEndpointRouteBuilder routes)
    {
        var stepUp = routes.ServiceProvider.GetRequiredService<StepUpRule>();
        var streams = routes.ServiceProvider.GetRequiredService<StreamLimit>();
        var sessions = routes.ServiceProvider.GetRequiredService<SessionBindings>();
        var mapped = routes.MapMcp(routes.ServiceProvider.GetRequiredService<Deployment>().Resource.Path);
        mapped.Finally(endpoint =>
        {
            var transport = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = async context =>
            {
                if (
                    (
                        await ProtocolVersionRule.RefusesAsync(context.Request)
                        ?? await InitializeRule.RefusesAsync(context.Request)
                        ?? await stepUp.RefusesAsync(context)
                    ) is
                    { } refusal
                )
                {
                    await refusal.ExecuteAsync(context);
                    return;
                }

                await streams.AnswerAsync(context, transport);
                await sessions.EndAsync(context);
            };
        });
        return mapped.SendHeadWithFirstEvent();
    }

    /// <summary>
    /// Lets the head of an answer to a POST wait for its first event, at most a second, in place of going ahead in a packet of its own.
    /// <see cref="MapGatehouseMcp"/> does; this is for endpoints of the SDK mapped otherwise.
    /// </summary>
    public static IEndpointConventionBuilder SendHeadWithFirstEvent(this IEndpointConventionBuilder mapped)
    {
        mapped.Finally(endpoint =>
        {
            var transport = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context =>
                HttpMethods.IsPost(context.Request.Method) ? AnswerAsync(context, transport) : transport(context);
        });
        return mapped;
    }

    private static async Task AnswerAsync(HttpContext context, RequestDelegate transport)
    {
        var whole = context.Response.Body;
        await using var body = new AnswerBody(
            whole,
            context.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System
        );
        context.Response.Body = body;
        try
        {
            await transport(context);
        }
        finally
        {
            context.Response.Body = whole;
        }
    }
}
