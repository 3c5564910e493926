using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;

namespace Gatehouse.Nextcloud.Tools.Hosting;

/// <summary>The JSON of an app's tools, with what all share and the SDK's own types behind it.</summary>
internal static class ToolsJsonOptions
{
    public static JsonSerializerOptions Of(JsonSerializerContext app)
    {
        var options = new JsonSerializerOptions(ToolsJson.Default.Options)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(
                app,
                ToolsJson.Default,
                McpJsonUtilities.DefaultOptions.TypeInfoResolver
            ),
        };
        options.MakeReadOnly();
        return options;
    }
}
