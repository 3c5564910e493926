namespace Gatehouse.DemoCloud.Notes;

/// <summary>A note after an attempt to change it: written, or as it stands when there was a conflict; none when it does not exist.</summary>
internal sealed record NoteUpdate(Note? Note, bool Conflict);
