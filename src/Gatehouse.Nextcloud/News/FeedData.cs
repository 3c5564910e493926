namespace Gatehouse.Nextcloud.News;

/// <summary>A feed as the API writes it.</summary>
internal sealed record FeedData(
    long Id,
    string? Url,
    string? Title,
    string? Link,
    long? Added,
    long? FolderId,
    int? UnreadCount,
    int? UpdateErrorCount,
    string? LastUpdateError
);
