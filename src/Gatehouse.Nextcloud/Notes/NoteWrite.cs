namespace Gatehouse.Nextcloud.Notes;

/// <summary>A note as it is written: members that are null are left as they are.</summary>
internal sealed record NoteWrite(string? Title, string? Category, string? Content, bool? Favorite);
