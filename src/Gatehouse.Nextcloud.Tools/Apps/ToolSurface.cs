using Gatehouse.Nextcloud.Tools.Hosting;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>What of all tools, resources and prompts this server has: the apps that were chosen, and no writing where only reading was wanted.</summary>
internal sealed class ToolSurface(IOptions<NextcloudToolsOptions> options) : IPostConfigureOptions<McpServerOptions>
{
    public void PostConfigure(string? name, McpServerOptions options)
    {
        foreach (var tool in options.ToolCollection?.Where(one => !IsChosen(one) || !IsAllowed(one)).ToList() ?? [])
            _ = options.ToolCollection!.Remove(tool);
        foreach (var resource in options.ResourceCollection?.Where(one => !IsChosen(one)).ToList() ?? [])
            _ = options.ResourceCollection!.Remove(resource);
        foreach (var prompt in options.PromptCollection?.Where(one => !IsChosen(one)).ToList() ?? [])
            _ = options.PromptCollection!.Remove(prompt);
    }

    private NextcloudToolsOptions Chosen => options.Value;

    private bool IsAllowed(McpServerTool tool) =>
        !Chosen.ReadOnly
        || (tool is AppTool app ? app.IsReadOnly : tool.ProtocolTool.Annotations?.ReadOnlyHint is true);

    private bool IsChosen(IMcpServerPrimitive primitive) =>
        Chosen.Apps.Count == 0
        || NextcloudApps.Of(primitive) is not { } app
        || Chosen.Apps.Contains(app.Name, StringComparer.OrdinalIgnoreCase);
}
