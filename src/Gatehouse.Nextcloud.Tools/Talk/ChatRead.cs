namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>A conversation that was marked as read.</summary>
internal sealed record ChatRead(string Conversation);
