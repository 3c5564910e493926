namespace Gatehouse.Nextcloud.Tools.Sharing;

/// <summary>Those who were found.</summary>
internal sealed record ShareeList(IReadOnlyList<ShareeItem> Items);
