using System.Collections.Frozen;
using System.Collections.Immutable;
using Gatehouse.Nextcloud.Facts;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Files.Tags;

/// <summary>Knows for each person which files have certain tags: one list of tags and one report for each tag, kept for a while.</summary>
/// <param name="tags">Asks.</param>
/// <param name="names">The names of the tags; upper and lower case are the same.</param>
/// <param name="lifetime">How long an answer is believed.</param>
/// <param name="time">The clock.</param>
public sealed class TaggedFilesClient(TagsClient tags, IEnumerable<string> names, TimeSpan lifetime, TimeProvider time)
{
    private readonly PersonCache<TaggedFiles> cache = new(time, lifetime);
    private readonly ImmutableArray<string> names = [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Whose files have the tags. A failure is not kept, and nothing older is answered in its place.</summary>
    /// <exception cref="Errors.NextcloudException">The tags, or the files that have them, could not be read.</exception>
    public ValueTask<TaggedFiles> GetAsync(NextcloudAccount account, CancellationToken cancellationToken) =>
        names.IsEmpty
            ? new(TaggedFiles.None)
            : cache.GetAsync(account, token => ReadAsync(account, token), cancellationToken);

    /// <summary>Asks anew at the next time: something was tagged or restored.</summary>
    public void Forget(NextcloudAccount account) => cache.Forget(account);

    private async Task<TaggedFiles> ReadAsync(NextcloudAccount account, CancellationToken cancellationToken)
    {
        var known = await tags.ListAsync(account, cancellationToken);
        var asked = known.Where(t => names.Contains(t.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        var found = await SideBySide.AskAsync(
            asked,
            (tag, token) => tags.FindAsync(account, [tag.Id], token),
            cancellationToken
        );
        var files = found.SelectMany(f => f).ToList();
        return new(
            [.. files.Select(f => f.Path).Distinct()],
            files.Select(f => f.FileId).OfType<long>().ToFrozenSet(),
            [.. names.Except(asked.Select(t => t.Name), StringComparer.OrdinalIgnoreCase)]
        );
    }
}
