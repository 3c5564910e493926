namespace Gatehouse.Nextcloud.Tools.News;

/// <summary>A feed that was subscribed to or changed.</summary>
internal sealed record FeedChanged(
    long Id,
    string Link,
    string? Title = null,
    string? Url = null,
    long? FolderId = null
);
