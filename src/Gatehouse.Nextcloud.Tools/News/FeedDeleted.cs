namespace Gatehouse.Nextcloud.Tools.News;

/// <summary>A subscription that ended, or a folder with all in it that is gone.</summary>
internal sealed record FeedDeleted(long? Id = null, long? FolderId = null, int Feeds = 1);
