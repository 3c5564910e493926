namespace Gatehouse.Nextcloud.Notes;

/// <summary>A note as the API writes it; in the last chunk of a list, and for pruned notes, only the id is there.</summary>
internal sealed record NoteData(
    long Id,
    string? Title,
    long? Modified,
    string? Category,
    bool Favorite,
    bool Readonly,
    string? InternalPath,
    string? Content,
    string? Etag
)
{
    public bool IsIdOnly => Title is null;
}
