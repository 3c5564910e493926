using System.Collections.Immutable;

namespace Gatehouse.Nextcloud.Search;

/// <summary>Something a search found.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Subline">Where it is, or where the words occur; may be empty.</param>
/// <param name="Link">Its page, absolute; null when there is none.</param>
/// <param name="Attributes">What the provider tells besides, e.g. <c>fileId</c> and <c>path</c> of files.</param>
public sealed record SearchHit(
    string Title,
    string Subline,
    string? Link,
    ImmutableSortedDictionary<string, string> Attributes
);
