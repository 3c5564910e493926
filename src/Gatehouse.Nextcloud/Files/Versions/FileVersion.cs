namespace Gatehouse.Nextcloud.Files.Versions;

/// <summary>What a file was before.</summary>
/// <param name="Id">Its id and that of its file.</param>
/// <param name="Modified">When the file was changed to it; null when not said.</param>
/// <param name="Size">Bytes; null when not said.</param>
/// <param name="ContentType">The media type; null when not said.</param>
/// <param name="Label">The name a person gave it; null without one.</param>
/// <param name="Author">The user id of who wrote it; null when not said.</param>
public sealed record FileVersion(
    FileVersionId Id,
    DateTimeOffset? Modified,
    long? Size,
    string? ContentType,
    string? Label,
    string? Author
);
