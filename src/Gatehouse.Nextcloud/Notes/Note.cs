using System.Globalization;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Notes;

/// <summary>A note.</summary>
/// <param name="Id">Its id, which is its file id as well.</param>
/// <param name="Title">Its title: the file name without suffix.</param>
/// <param name="Category">Its category: folders below the notes folder, with slashes; empty at the top.</param>
/// <param name="Content">Its text (Markdown); null where a list was asked for without.</param>
/// <param name="IsFavorite">Marked as a favorite.</param>
/// <param name="IsReadOnly">Shared with this person without the permission to change it.</param>
/// <param name="Modified">When it was changed, to the second.</param>
/// <param name="ETag">What a change must carry.</param>
public sealed record Note(
    long Id,
    string Title,
    string Category,
    string? Content,
    bool IsFavorite,
    bool IsReadOnly,
    DateTimeOffset Modified,
    ETag ETag
)
{
    /// <summary>The path of the note's page below the cloud's base.</summary>
    public string WebPath => WebPathOf(Id);

    /// <summary>The path of a note's page below the cloud's base.</summary>
    public static string WebPathOf(long id) =>
        string.Create(CultureInfo.InvariantCulture, $"/index.php/apps/notes/note/{id}");
}
