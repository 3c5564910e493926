namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>What was sent: a message or a poll.</summary>
internal sealed record ChatSent(ChatItem? Message = null, PollItem? Poll = null);
