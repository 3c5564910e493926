namespace Gatehouse.Serving;

/// <summary>Maps the start page.</summary>
internal static class StartPageExtensions
{
    public static void MapStartPage(this IEndpointRouteBuilder routes)
    {
        RequestDelegate handle = routes.ServiceProvider.GetRequiredService<StartPageEndpoint>().HandleAsync;
        routes.Map("/", handle);
    }
}
