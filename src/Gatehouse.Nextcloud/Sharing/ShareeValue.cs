namespace Gatehouse.Nextcloud.Sharing;

/// <summary>What a share is made with.</summary>
internal sealed record ShareeValue(int ShareType, string? ShareWith);
