using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>Puts the tools of an app into an MCP server.</summary>
internal static class AppToolsBuilderExtensions
{
    /// <summary>
    /// Adds each public method of a type that is a tool. An object of the type is made for each call, from the services of its request; a
    /// method takes none, as the model would be asked for it.
    /// </summary>
    public static IMcpServerBuilder WithAppTools<
        [DynamicallyAccessedMembers(
            DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.PublicConstructors
        )]
            T
    >(this IMcpServerBuilder builder, JsonSerializerOptions json)
        where T : class
    {
        var make = new Lazy<ObjectFactory<T>>(static () => ActivatorUtilities.CreateFactory<T>([]));
        foreach (var method in typeof(T).GetMethods().Where(IsTool))
            builder.Services.AddSingleton<McpServerTool>(
                new AppTool(method, request => make.Value(request.Services!, arguments: null), json)
            );
        return builder;
    }

    private static bool IsTool(MethodInfo method) => method.IsDefined(typeof(McpServerToolAttribute));
}
