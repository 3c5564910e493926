using System.ComponentModel;
using Gatehouse.Nextcloud.Files.Trash;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Times;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Files.Trash;

/// <summary>Shows the trash bin.</summary>
[McpServerToolType]
[RequiresScope(FilesApp.Read)]
[RequiresApp("files_trashbin")]
internal sealed class TrashReadTools(TrashClient trash, FileGuard guard, PersonZones zones)
{
    private const int Most = 100;

    [McpServerTool(
        Name = "list_trash",
        Title = "List trash bin",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("PROPFIND /remote.php/dav/trashbin/{user}/trash/")]
    [Description("The newest 100 deleted files and folders.")]
    public async Task<TrashList> ListAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Part of the path.")] string? path = null,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        TrashRules.RequireKnown(call.Files);
        var items = TrashRules
            .Of(call.Files, await trash.ListAsync(call.Account, cancellationToken))
            .Where(i => path is null || i.Original.Value.Contains(path, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var zone = await zones.OfAsync(call.Account, cancellationToken);
        return new([.. items.Take(Most).Select(i => Item(zone, i))], items.Count);
    }

    private static TrashListItem Item(PersonZone zone, TrashItem item) =>
        new(item.Name, item.Original.Value, item.IsFolder, item.Size, zone.Write(item.Deleted), item.DeletedBy);
}
