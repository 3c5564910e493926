using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;

namespace Gatehouse.Nextcloud.Tools.Hosting;

/// <summary>The JSON of an app's tools, with what all share and the SDK's own types behind it.</summary>
internal static class ToolsJsonOptions
{
    /// <summary>For what belongs to no app.</summary>
    public static JsonSerializerOptions Shared { get; } = Of(ToolsJson.Default);

    public static JsonSerializerOptions Of(JsonSerializerContext app)
    {
        var options = new JsonSerializerOptions(ToolsJson.Default.Options)
        {
            // Models read this as text: an escaped umlaut or plus sign costs them six tokens and is copied as it stands. It never becomes HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
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
