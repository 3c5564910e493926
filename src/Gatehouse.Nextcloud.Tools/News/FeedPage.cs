using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.News;

/// <summary>A page of feeds.</summary>
internal sealed record FeedPage(
    IReadOnlyList<FeedItem> Feeds,
    IReadOnlyList<FeedFolderItem> Folders,
    [property: Description("The newest article: pass it as upTo of mark_articles.")] long? NewestId = null
);
