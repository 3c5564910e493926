namespace Gatehouse.Nextcloud.Tools.News;

/// <summary>A folder of feeds.</summary>
internal sealed record FeedFolderItem(long Id, string Name);
