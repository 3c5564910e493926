namespace Gatehouse.Bench.Servers;

/// <summary>The least an endpoint can do, at the address that is protected where there is a protection.</summary>
internal static class PlainEndpoint
{
    public const string Path = "/mcp";

    private static readonly byte[] Body = "ok"u8.ToArray();

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, Handle);

    private static async Task Handle(HttpContext context)
    {
        context.Response.ContentType = "text/plain";
        context.Response.ContentLength = Body.Length;
        await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    }
}
