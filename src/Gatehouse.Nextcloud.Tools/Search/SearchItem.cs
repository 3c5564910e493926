using System.ComponentModel;
using Gatehouse.Nextcloud.Search;

namespace Gatehouse.Nextcloud.Tools.Search;

/// <summary>Something that was found.</summary>
internal sealed record SearchItem(
    [property: Description("Where it was found: a provider's id.")] string Provider,
    string Title,
    [property: Description("Where it is, or where the words occur.")] string? Subline = null,
    [property: Description("Of a file.")] string? Path = null,
    [property: Description("Of a file.")] string? FileId = null,
    [property: Description("Its page, for the person.")] string? Link = null
)
{
    public static SearchItem Of(SearchProvider provider, SearchHit hit) =>
        new(
            provider.Id,
            hit.Title,
            hit.Subline.Length > 0 ? hit.Subline : null,
            hit.Attributes.GetValueOrDefault("path"),
            hit.Attributes.GetValueOrDefault("fileId"),
            hit.Link
        );
}
