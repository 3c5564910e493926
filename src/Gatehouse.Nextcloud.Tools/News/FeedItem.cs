using System.ComponentModel;
using Gatehouse.Nextcloud.News;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.News;

/// <summary>A feed.</summary>
internal sealed record FeedItem(
    long Id,
    string Title,
    [property: Description("Where the feed is fetched from.")] string Url,
    int Unread,
    string Link,
    long? FolderId = null,
    string? Site = null,
    [property: Description("How often in a row it could not be fetched; absent when it is well.")] int? Errors = null,
    string? LastError = null
)
{
    public static FeedItem Of(CloudAddress cloud, Feed feed) =>
        new(
            feed.Id,
            feed.Title,
            feed.Url,
            feed.Unread,
            cloud.Link(feed.WebPath),
            feed.FolderId,
            feed.SiteUrl,
            feed.ErrorCount > 0 ? feed.ErrorCount : null,
            feed.LastError
        );
}
