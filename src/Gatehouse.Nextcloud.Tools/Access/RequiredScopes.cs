using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>What a call needs, for whoever hosts the tools and wants to know it before the call is made.</summary>
public static class RequiredScopes
{
    /// <summary>The scopes, all of which it needs; none when it needs none, or there is no such tool, prompt or resource.</summary>
    /// <param name="options">The server's.</param>
    /// <param name="method">The JSON-RPC method, such as <c>tools/call</c>.</param>
    /// <param name="name">The tool or prompt, or the address of the resource.</param>
    public static IReadOnlyList<string> Of(McpServerOptions options, string method, string name)
    {
        IMcpServerPrimitive? called = method switch
        {
            "tools/call" when options.ToolCollection is { } tools && tools.TryGetPrimitive(name, out var tool) => tool,
            "prompts/get" when options.PromptCollection is { } all && all.TryGetPrimitive(name, out var prompt) =>
                prompt,
            "resources/read" when options.ResourceCollection is { } all => all.TryGetPrimitive(name, out var resource)
                ? resource
                : all.FirstOrDefault(template => template.IsMatch(name)),
            _ => null,
        };
        return called is null ? [] : AccessRule.ScopesOf(called);
    }
}
