namespace Gatehouse.Nextcloud.News;

/// <summary>A new name of a feed.</summary>
internal sealed record FeedTitleWrite(string FeedTitle);
