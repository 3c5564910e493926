using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Files.Tags;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>
/// Finds files by a tag: Nextcloud's search does not know tags, and its report of a tag knows nothing else, so that the other conditions are
/// held against what the report names.
/// </summary>
internal sealed class FileMatches(TagsClient tags)
{
    public async Task<List<FileEntry>> FindAsync(
        NextcloudAccount account,
        string tag,
        FileSearch search,
        CancellationToken cancellationToken
    )
    {
        var known = await tags.ListAsync(account, cancellationToken);
        var found = known.FirstOrDefault(t => string.Equals(t.Name, tag, StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            var names = known.Take(50).Select(t => t.Name).ToList();
            var those = names.Count == 0 ? "there are none" : "they are " + string.Join(", ", names);
            throw Arguments.Bad("tag", $"There is no tag '{tag}'; {those}.");
        }

        var files = await tags.FindAsync(account, [found.Id], cancellationToken);
        return [.. files.Where(f => Fits(f, search)).OrderByDescending(f => f.Modified)];
    }

    private static bool Fits(FileEntry file, FileSearch search) =>
        search.Folder.Contains(file.Path)
        && (search.NameContains is not { Length: > 0 } name || Like(file.Path.Name, name))
        && (search.ContentType is not { Length: > 0 } type || IsOfType(file, type))
        && (search.ModifiedAfter is not { } after || file.Modified > after)
        && (search.ModifiedBefore is not { } before || file.Modified < before)
        && (!search.OnlyFavorites || file.IsFavorite);

    private static bool IsOfType(FileEntry file, string type) =>
        file.ContentType is { } has
        && (
            type.EndsWith('/')
                ? has.StartsWith(type, StringComparison.OrdinalIgnoreCase)
                : has.Equals(type, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Parts between percent signs, in their order.</summary>
    private static bool Like(string name, string pattern)
    {
        var at = 0;
        foreach (var part in pattern.Split('%', StringSplitOptions.RemoveEmptyEntries))
        {
            at = name.IndexOf(part, at, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return false;
            at += part.Length;
        }

        return true;
    }
}
