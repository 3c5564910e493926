namespace Gatehouse.Nextcloud.Deck;

/// <summary>Something attached to a card.</summary>
/// <param name="Id">Its id, unique together with its type.</param>
/// <param name="Type"><c>file</c>: a file of the person's, shared with the card; <c>deck_file</c>: kept by Deck itself (old).</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">The path below the person's files, or null.</param>
/// <param name="FileId">The file id, or null.</param>
/// <param name="Size">In bytes.</param>
/// <param name="MediaType">The media type, or null.</param>
/// <param name="CreatedBy">The user id of who attached it, or null.</param>
public sealed record CardAttachment(
    long Id,
    string Type,
    string Name,
    string? Path,
    long? FileId,
    long Size,
    string? MediaType,
    string? CreatedBy
);
