using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Tools.Errors;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>The id of a file, by which Nextcloud knows its comments, tags and versions.</summary>
internal static class FileIds
{
    public static long Of(FileEntry entry) =>
        entry.FileId
        ?? throw new ToolException(
            $"Nextcloud does not tell the id of {entry.Path}, so that it has no comments, tags and versions.\n"
                + "Next step: do without them; things in external storages often have none."
        );
}
