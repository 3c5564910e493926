using ModelContextProtocol.AspNetCore;

namespace Gatehouse.AspNetCore.Protection;

/// <summary>
/// The endpoints the MCP SDK maps. Protection goes by path, so one that is mapped elsewhere would be open to everybody: that stops the start.
/// </summary>
internal static class McpEndpoints
{
    // The two of the legacy transport, which the SDK maps below the endpoint when it is told to.
    private static readonly string[] Suffixes = ["", "/sse", "/message"];

    // The names the SDK gives its endpoints: where somebody put a filter in front, the handler is no longer the SDK's own.
    private static readonly string[] Names = ["MCP Streamable HTTP |", "MCP HTTP with SSE |"];

    public static bool Contains(Endpoint endpoint) =>
        endpoint.RequestDelegate?.Method.DeclaringType?.Assembly == typeof(HttpServerTransportOptions).Assembly
        || Names.Any(name => endpoint.DisplayName?.StartsWith(name, StringComparison.Ordinal) == true);

    public static void Check(EndpointDataSource endpoints, string resourcePath)
    {
        var elsewhere = endpoints
            .Endpoints.OfType<RouteEndpoint>()
            .Where(Contains)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.Trim('/'))
            .FirstOrDefault(path =>
                !Suffixes.Any(suffix => path.Equals(resourcePath + suffix, StringComparison.OrdinalIgnoreCase))
            );
        if (elsewhere is not null)
        {
            throw new InvalidOperationException(
                $"An MCP endpoint is mapped at {elsewhere}, but Gatehouse protects {resourcePath}: it would be open to everybody. Call app.MapGatehouseMcp() outside of any route group, or set ResourcePath to \"{elsewhere}\"."
            );
        }
    }
}
