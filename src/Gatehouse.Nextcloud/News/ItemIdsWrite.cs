namespace Gatehouse.Nextcloud.News;

/// <summary>Several articles.</summary>
internal sealed record ItemIdsWrite(IReadOnlyList<long> ItemIds);
