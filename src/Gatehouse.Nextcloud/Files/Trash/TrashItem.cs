namespace Gatehouse.Nextcloud.Files.Trash;

/// <summary>A deleted file or folder.</summary>
/// <param name="Name">Its name in the trash bin, e.g. <c>plan.md.d1795447173</c>: what restoring and deleting ask for.</param>
/// <param name="Original">Where it was.</param>
/// <param name="Deleted">When it was deleted; null when not said.</param>
/// <param name="DeletedBy">The user id of who deleted it; null when not said.</param>
/// <param name="IsFolder">A folder.</param>
/// <param name="Size">Bytes; null when not said.</param>
/// <param name="ContentType">The media type of a file; null for folders.</param>
/// <param name="FileId">Its id, which stays when it is restored; null when not said.</param>
public sealed record TrashItem(
    string Name,
    FilePath Original,
    DateTimeOffset? Deleted,
    string? DeletedBy,
    bool IsFolder,
    long? Size,
    string? ContentType,
    long? FileId
);
