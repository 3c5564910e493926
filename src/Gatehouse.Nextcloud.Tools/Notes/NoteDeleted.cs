namespace Gatehouse.Nextcloud.Tools.Notes;

/// <summary>A note that is gone.</summary>
internal sealed record NoteDeleted(long Id, string Title);
