namespace Gatehouse.Nextcloud.News;

/// <summary>All subscriptions.</summary>
/// <param name="Feeds">The feeds.</param>
/// <param name="StarredCount">How many articles are starred.</param>
/// <param name="NewestArticleId">The newest article: what "all up to now" means when articles are marked read; null when there are none.</param>
public sealed record FeedList(IReadOnlyList<Feed> Feeds, int StarredCount, long? NewestArticleId);
