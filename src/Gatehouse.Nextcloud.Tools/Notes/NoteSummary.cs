using System.ComponentModel;
using System.Globalization;
using Gatehouse.Nextcloud.Notes;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Notes;

/// <summary>A note without its text.</summary>
internal sealed record NoteSummary(
    long Id,
    string Title,
    [property: Description("Folders with slashes; empty at the top.")] string Category,
    bool Favorite,
    [property: Description("Shared with this person without the permission to change it.")] bool ReadOnly,
    [property: Description("UTC, ISO 8601.")] string Modified,
    [property: Description("Pass it to update_note and delete_note.")] string Etag,
    [property: Description("The note's page, for the person.")] string Link
)
{
    public static NoteSummary Of(CloudAddress cloud, Note note) =>
        new(
            note.Id,
            note.Title,
            note.Category,
            note.IsFavorite,
            note.IsReadOnly,
            note.Modified.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            note.ETag.ToString(),
            cloud.Link(note.WebPath)
        );
}
