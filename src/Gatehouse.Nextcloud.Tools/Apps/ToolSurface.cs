using System.Runtime.CompilerServices;
using Gatehouse.Nextcloud.Tools.Hosting;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>What of all tools, resources and prompts this server has: the apps that were chosen, and no writing where only reading was wanted.</summary>
internal sealed class ToolSurface(IOptions<NextcloudToolsOptions> options) : IPostConfigureOptions<McpServerOptions>
{
    // Options may be made more than once; a schema is slimmed once.
    private readonly ConditionalWeakTable<McpServerTool, AppTool> shown = [];

    public void PostConfigure(string? name, McpServerOptions options)
    {
        foreach (var tool in options.ToolCollection?.ToList() ?? [])
        {
            _ = options.ToolCollection!.Remove(tool);
            if (IsChosen(tool) && (!Chosen.ReadOnly || tool.ProtocolTool.Annotations?.ReadOnlyHint is true))
                options.ToolCollection.Add(shown.GetValue(tool, static one => new AppTool(one)));
        }

        foreach (var resource in options.ResourceCollection?.Where(one => !IsChosen(one)).ToList() ?? [])
            _ = options.ResourceCollection!.Remove(resource);
        foreach (var prompt in options.PromptCollection?.Where(one => !IsChosen(one)).ToList() ?? [])
            _ = options.PromptCollection!.Remove(prompt);
    }

    private NextcloudToolsOptions Chosen => options.Value;

    private bool IsChosen(IMcpServerPrimitive primitive) =>
        Chosen.Apps.Count == 0
        || NextcloudApps.Of(primitive) is not { } app
        || Chosen.Apps.Contains(app.Name, StringComparer.OrdinalIgnoreCase);
}
