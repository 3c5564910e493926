using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Files.Trash;

/// <summary>A deleted file or folder.</summary>
internal sealed record TrashListItem(
    [property: Description("For restore_file and delete_from_trash.")] string Id,
    [property: Description("Where it was.")] string Path,
    bool IsFolder,
    [property: Description("Bytes.")] long? Size = null,
    string? Deleted = null,
    [property: Description("User id.")] string? DeletedBy = null
);
