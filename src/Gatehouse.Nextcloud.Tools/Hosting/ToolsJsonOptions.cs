using System.Text.Json;
using ModelContextProtocol;

namespace Gatehouse.Nextcloud.Tools.Hosting;

/// <summary>The tools' JSON with the SDK's own types behind it.</summary>
internal static class ToolsJsonOptions
{
    public static JsonSerializerOptions ForTools { get; } = Chain();

    private static JsonSerializerOptions Chain()
    {
        var options = new JsonSerializerOptions(ToolsJson.Default.Options);
        options.TypeInfoResolverChain.Add(McpJsonUtilities.DefaultOptions.TypeInfoResolver!);
        options.MakeReadOnly();
        return options;
    }
}
