namespace Gatehouse.Nextcloud.Talk;

/// <summary>A conversation as it is sent.</summary>
internal sealed record RoomWrite(int? RoomType = null, string? RoomName = null, string? Invite = null);
