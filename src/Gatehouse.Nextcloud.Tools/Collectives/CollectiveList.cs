namespace Gatehouse.Nextcloud.Tools.Collectives;

/// <summary>Collectives.</summary>
internal sealed record CollectiveList(IReadOnlyList<CollectiveItem> Collectives);
