namespace Gatehouse.Nextcloud.Search;

/// <summary>What one provider found.</summary>
/// <param name="Hits">What it found.</param>
/// <param name="Next">The cursor of the next page; null at the end. A provider may say there is more and then give an empty page.</param>
public sealed record SearchPage(IReadOnlyList<SearchHit> Hits, string? Next);
