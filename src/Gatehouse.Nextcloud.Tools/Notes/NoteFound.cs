using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Notes;

/// <summary>A note that a search found.</summary>
internal sealed record NoteFound(
    long Id,
    string Title,
    [property: Description("Where the words occur, as Nextcloud shows it; may be empty.")] string Excerpt,
    string Link
);
