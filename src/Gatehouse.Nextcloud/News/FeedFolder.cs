namespace Gatehouse.Nextcloud.News;

/// <summary>A folder of feeds; there are no folders in folders, and several may have the same name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; the API allows an empty one.</param>
public sealed record FeedFolder(long Id, string Name);
