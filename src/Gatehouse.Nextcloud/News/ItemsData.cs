namespace Gatehouse.Nextcloud.News;

/// <summary>A list of articles; the member is missing where nothing was found by a search.</summary>
internal sealed record ItemsData(ItemData[]? Items);
