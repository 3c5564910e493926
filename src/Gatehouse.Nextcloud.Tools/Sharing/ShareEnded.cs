namespace Gatehouse.Nextcloud.Tools.Sharing;

/// <summary>A share that is no more.</summary>
internal sealed record ShareEnded(string Id);
