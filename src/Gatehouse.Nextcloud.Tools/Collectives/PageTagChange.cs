using Gatehouse.Nextcloud.Collectives;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Collectives;

/// <summary>Gives a page tags and takes them, by their names.</summary>
internal sealed class PageTagChange(
    CollectivesClient collectives,
    PagesClient pages,
    NextcloudAccount account,
    long collectiveId,
    long pageId
)
{
    private const int MaxTags = 10;

    /// <summary>The tags of the collective, as far as they had to be known.</summary>
    public IReadOnlyList<CollectiveTag> Known { get; private set; } = [];

    public static void Check(IReadOnlyList<string>? add, IReadOnlyList<string>? remove)
    {
        foreach (var (name, tags) in new[] { ("addTags", add), ("removeTags", remove) })
        {
            if (tags is { Count: > MaxTags } || tags?.Any(string.IsNullOrWhiteSpace) is true)
                throw Arguments.Bad(name, $"Give at most {MaxTags} names, none of them empty.");
        }
    }

    /// <summary>The page as it is after that; null when there was nothing to do.</summary>
    public async Task<CollectivePage?> ApplyAsync(
        IReadOnlyList<string> add,
        IReadOnlyList<string> remove,
        CancellationToken cancellationToken
    )
    {
        if (add.Count + remove.Count == 0)
            return null;

        Known = await collectives.ListTagsAsync(account, collectiveId, cancellationToken);
        CollectivePage? page = null;
        foreach (var name in remove)
        {
            var tag =
                Find(name)
                ?? throw Arguments.Bad(
                    "removeTags",
                    $"The collective has no tag '{name}'; it has {string.Join(", ", Known.Select(t => t.Name))}."
                );
            page = await TagAsync(tag, isTagged: false, cancellationToken);
        }

        foreach (var name in add)
        {
            var tag = Find(name) ?? await CreateAsync(name, cancellationToken);
            page = await TagAsync(tag, isTagged: true, cancellationToken);
        }

        return page;
    }

    private CollectiveTag? Find(string name) =>
        Known.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase));

    private async Task<CollectiveTag> CreateAsync(string name, CancellationToken cancellationToken)
    {
        var tag = await collectives.CreateTagAsync(account, collectiveId, name, color: null, cancellationToken);
        Known = [.. Known, tag];
        return tag;
    }

    private Task<CollectivePage> TagAsync(CollectiveTag tag, bool isTagged, CancellationToken cancellationToken) =>
        pages.TagAsync(account, collectiveId, pageId, tag.Id, isTagged, cancellationToken);
}
