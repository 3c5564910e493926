namespace Gatehouse.Nextcloud.Notes;

/// <summary>A note that a search found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Excerpt">What the cloud shows below the title: where the words occur, or the category; may be empty.</param>
public sealed record NoteMatch(long Id, string Title, string Excerpt);
