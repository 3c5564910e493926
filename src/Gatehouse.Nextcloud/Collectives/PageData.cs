namespace Gatehouse.Nextcloud.Collectives;

/// <summary>A page as the API writes it; one in the trash has no collective path and, as file name, that of the trash.</summary>
internal sealed record PageData(
    long Id,
    string? Slug,
    string? Title,
    string? Emoji,
    long ParentId,
    long[]? Tags,
    long? Timestamp,
    long? TrashTimestamp,
    long? Size,
    string? LastUserDisplayName,
    string? FileName,
    string? FilePath,
    string? CollectivePath
);
