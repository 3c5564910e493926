namespace Gatehouse.Nextcloud.Talk;

/// <summary>A conversation that is to be made.</summary>
/// <param name="Kind">One-to-one, group or public.</param>
/// <param name="Name">Its name; Talk makes <c>---</c> of none. Not for one-to-one.</param>
/// <param name="Invite">The user id of the other person (one-to-one), or of a group whose members it is for; null for nobody.</param>
public sealed record ConversationDraft(ConversationKind Kind, string? Name = null, string? Invite = null);
