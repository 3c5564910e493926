using Gatehouse.AspNetCore.Protection;
using Microsoft.AspNetCore.Hosting;

namespace Gatehouse.AspNetCore.Hosting;

/// <summary>Puts the protection in front of the whole application: there is no line an embedder could forget.</summary>
internal sealed class ProtectionStartupFilter(Deployment deployment) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.UseMiddleware<ProtectionMiddleware>();
            next(app);
            McpEndpoints.Check(
                app.ApplicationServices.GetRequiredService<EndpointDataSource>(),
                deployment.Resource.Path
            );
        };
}
