using Gatehouse.AspNetCore.Storage;
using Gatehouse.Storage.Hosting;

namespace Gatehouse.Serving;

/// <summary>For supervisors: <c>/health/live</c> says that the process answers, <c>/health/ready</c> that its storage takes writes.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        RequestDelegate live = context => Results.Text("live\n").ExecuteAsync(context);
        RequestDelegate ready = ReadyAsync;
        routes.MapMethods("/health/live", [HttpMethods.Get], live);
        routes.MapMethods("/health/ready", [HttpMethods.Get], ready);
    }

    private static async Task ReadyAsync(HttpContext context)
    {
        try
        {
            await context.RequestServices.GetRequiredService<StorageProbe>().CheckAsync(context.RequestAborted);
            await Results.Text("ready\n").ExecuteAsync(context);
        }
        catch (StorageUnavailableException problem)
        {
            context.RequestServices.GetRequiredService<ILogger<StorageProbe>>().NotReady(problem);
            await Results
                .Text(
                    "not ready: the storage takes no writes; the log says why\n",
                    statusCode: StatusCodes.Status503ServiceUnavailable
                )
                .ExecuteAsync(context);
        }
    }
}
