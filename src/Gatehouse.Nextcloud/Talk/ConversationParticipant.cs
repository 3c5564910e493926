namespace Gatehouse.Nextcloud.Talk;

/// <summary>Somebody, or a group, that belongs to a conversation.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Role">What they may do.</param>
/// <param name="IsOnline">They have the conversation open at present.</param>
/// <param name="IsInCall">They are in its call.</param>
public sealed record ConversationParticipant(ChatActor Actor, ParticipantRole Role, bool IsOnline, bool IsInCall);
