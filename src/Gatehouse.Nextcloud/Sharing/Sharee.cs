namespace Gatehouse.Nextcloud.Sharing;

/// <summary>Somebody something can be shared with.</summary>
/// <param name="Target">What a share is made with.</param>
/// <param name="Name">The name, for people.</param>
/// <param name="Detail">What tells apart those of one name, such as a mail address; null without.</param>
public sealed record Sharee(ShareTarget Target, string Name, string? Detail);
