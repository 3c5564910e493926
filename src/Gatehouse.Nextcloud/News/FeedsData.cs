namespace Gatehouse.Nextcloud.News;

/// <summary>The list of feeds, and what a subscription answers: the one feed. The newest id is missing as long as there are no articles.</summary>
internal sealed record FeedsData(FeedData[]? Feeds, int? StarredCount, long? NewestItemId);
