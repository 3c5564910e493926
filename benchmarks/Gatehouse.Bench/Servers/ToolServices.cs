using System.Security.Claims;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Hosting;
using ModelContextProtocol.AspNetCore;

namespace Gatehouse.Bench.Servers;

/// <summary>The Nextcloud tools before a cloud of another process, without sessions and without a check of tokens.</summary>
internal static class ToolServices
{
    public static void Add(IServiceCollection services, string data)
    {
        services.AddSingleton<NextcloudCallerSource>(new BenchCallers(BenchCloud.Read(data)));
        services.Configure<NextcloudToolsOptions>(options => options.CallsPerMinute = 0);
        services
            .AddMcpServer()
            .WithHttpTransport(transport => transport.SessionMode = HttpServerSessionMode.Stateless)
            .AddNextcloudTools();
    }

    /// <summary>The person of a request is the one it names.</summary>
    public static void Map(WebApplication app)
    {
        app.Use(
            (context, next) =>
            {
                if (context.Request.Headers[BenchCloud.PersonHeader].ToString() is { Length: > 0 } person)
                {
                    context.User = new ClaimsPrincipal(
                        new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person)], "bench")
                    );
                }

                return next(context);
            }
        );
        app.MapMcp(PlainEndpoint.Path).SendHeadWithFirstEvent();
    }
}
