using Gatehouse.Nextcloud.Files.Trash;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files.Rules;

namespace Gatehouse.Nextcloud.Tools.Files.Trash;

/// <summary>The operator's rules in the trash bin, where Nextcloud tells no tags.</summary>
internal static class TrashRules
{
    /// <summary>Goes on only where tags hide nothing.</summary>
    /// <exception cref="ToolException">What has a hiding tag cannot be known here.</exception>
    public static void RequireKnown(VisibleFiles files)
    {
        if (files.HasTags)
        {
            throw new ToolException(
                "The trash bin is not shown: this server hides files with certain tags from models, and Nextcloud does not tell the tags of deleted files.\n"
                    + "Next step: ask the person to look into the trash bin in Nextcloud."
            );
        }
    }

    /// <summary>What may be seen of the trash bin.</summary>
    public static List<TrashItem> Of(VisibleFiles files, IEnumerable<TrashItem> items) =>
        [.. items.Where(i => !files.IsHidden(i.Original, i.FileId) && !files.HoldsHidden(i.Original))];

    /// <summary>Where something is hidden, only what may be seen can be named.</summary>
    public static async Task RequireVisibleAsync(
        TrashClient trash,
        FileCall call,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    )
    {
        RequireKnown(call.Files);
        if (call.Files.ShowsAll)
            return;

        var visible = Of(call.Files, await trash.ListAsync(call.Account, cancellationToken));
        if (ids.FirstOrDefault(id => !visible.Exists(i => i.Name == id)) is { } unknown)
        {
            throw new ToolException(
                $"'{unknown}' is not in the trash bin, or this server hides it from models.\nNext step: take the id from list_trash."
            );
        }
    }
}
