using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.AspNetCore.Tests.Protection;

/// <summary>A resource mapped as the MCP SDK maps its own, that says when it is reached.</summary>
internal static class StrictResource
{
    public const string Reached = "the resource was reached";

    private static readonly string[] Methods = ["GET", "POST", "DELETE"];

    public static void Map(WebApplication app)
    {
        RequestDelegate reached = context => context.Response.WriteAsync(Reached);
        app.MapMethods("/mcp", Methods, reached);
        app.MapMethods("/mcp/{**rest}", Methods, reached);
    }
}
