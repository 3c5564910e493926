namespace Gatehouse.Nextcloud.Tools.Collectives;

/// <summary>A page or a whole collective that went to the trash or came back.</summary>
internal sealed record CollectiveThing(long CollectiveId, string Title, long? PageId = null);
