namespace Gatehouse.Nextcloud.Notes;

/// <summary>A person's settings of the Notes app; what is null is not changed by a write.</summary>
/// <param name="NotesPath">The folder of the notes below the person's files, e.g. <c>Notes</c>.</param>
/// <param name="FileSuffix">The suffix of new notes, e.g. <c>.md</c>.</param>
/// <param name="NoteMode">How the web interface opens notes, e.g. <c>rich</c>.</param>
public sealed record NotesSettings(string? NotesPath = null, string? FileSuffix = null, string? NoteMode = null);
