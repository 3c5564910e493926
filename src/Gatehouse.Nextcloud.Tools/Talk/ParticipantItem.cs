using System.ComponentModel;
using Gatehouse.Nextcloud.Talk;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>Somebody in a conversation.</summary>
internal sealed record ParticipantItem(
    string Id,
    string Name,
    [property: Description("users, groups, guests, emails, ….")] string Type,
    [property: Description("owner, moderator, user, guest, self_joined or guest_moderator.")] string Role,
    [property: Description("Has the conversation open.")] bool Online,
    bool InCall
)
{
    public static ParticipantItem Of(ConversationParticipant participant) =>
        new(
            participant.Actor.Id,
            participant.Actor.Name,
            participant.Actor.Type,
            participant.Role switch
            {
                ParticipantRole.Owner => "owner",
                ParticipantRole.Moderator => "moderator",
                ParticipantRole.User => "user",
                ParticipantRole.Guest => "guest",
                ParticipantRole.SelfJoined => "self_joined",
                ParticipantRole.GuestModerator => "guest_moderator",
                _ => "unknown",
            },
            participant.IsOnline,
            participant.IsInCall
        );
}
