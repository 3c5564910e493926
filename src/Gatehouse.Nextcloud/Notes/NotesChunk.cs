namespace Gatehouse.Nextcloud.Notes;

/// <summary>A part of the list of notes.</summary>
/// <param name="Notes">The notes of this chunk.</param>
/// <param name="Next">The cursor of the next chunk; null at the end.</param>
/// <param name="Pending">How many notes are still to come.</param>
/// <param name="UnchangedIds">
/// Ids that came without their notes: at the end of a chunked list those of the chunks before, and what <see cref="NotesQuery.PruneBefore"/> cut.
/// </param>
public sealed record NotesChunk(IReadOnlyList<Note> Notes, string? Next, int Pending, IReadOnlyList<long> UnchangedIds);
