using System.Globalization;
using Gatehouse.Nextcloud.Files;

namespace Gatehouse.Nextcloud.Collectives;

/// <summary>A page of a collective. Its text is a Markdown file at <see cref="Path"/>.</summary>
/// <param name="Id">Its id, which is its file id as well.</param>
/// <param name="Title">Its title.</param>
/// <param name="Slug">Its title as addresses have it; empty for the landing page.</param>
/// <param name="Emoji">Its emoji; null for none.</param>
/// <param name="ParentId">The page it is below; 0 for the landing page, and in the trash.</param>
/// <param name="TagIds">Its tags.</param>
/// <param name="Modified">When its text was written the last time.</param>
/// <param name="ModifiedBy">Who wrote it, as people call them; empty when nobody knows.</param>
/// <param name="Size">The length of its text in bytes.</param>
/// <param name="Path">Its file below the person's files; null in the trash.</param>
/// <param name="Trashed">When it went to the trash; null when it is not there.</param>
public sealed record CollectivePage(
    long Id,
    string Title,
    string Slug,
    string? Emoji,
    long ParentId,
    IReadOnlyList<long> TagIds,
    DateTimeOffset Modified,
    string ModifiedBy,
    long Size,
    FilePath? Path,
    DateTimeOffset? Trashed
)
{
    /// <summary>The path of its web page below the cloud's base. It finds pages by their ids; the words in it are for people.</summary>
    public string WebPathIn(long collectiveId)
    {
        var collective = Path is { } path && path.Value.Split('/') is [_, _, var name, ..] ? name : "collective";
        var slug = Uri.EscapeDataString(collective.Replace(' ', '-'));
        return Slug.Length == 0
            ? string.Create(CultureInfo.InvariantCulture, $"/index.php/apps/collectives/{slug}-{collectiveId}")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"/index.php/apps/collectives/{slug}-{collectiveId}/{Uri.EscapeDataString(Slug)}-{Id}"
            );
    }
}
