namespace Gatehouse.Nextcloud.Notes;

/// <summary>Which notes to list.</summary>
public sealed record NotesQuery
{
    /// <summary>Only this category, exactly (Nextcloud does not include those below it); null for all, empty for notes without one.</summary>
    public string? Category { get; init; }

    /// <summary>Bring the texts along. Without them a list is small.</summary>
    public bool WithContent { get; init; }

    /// <summary>How many notes at once, 1 to 500.</summary>
    public int ChunkSize { get; init; } = 50;

    /// <summary>Where the last chunk ended (<see cref="NotesChunk.Next"/>); null at the beginning.</summary>
    public string? ChunkCursor { get; init; }

    /// <summary>Notes unchanged since then come as ids only (<see cref="NotesChunk.UnchangedIds"/>).</summary>
    public DateTimeOffset? PruneBefore { get; init; }
}
