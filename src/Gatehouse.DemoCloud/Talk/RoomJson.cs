using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Talk;

/// <summary>A conversation as the API tells it to one of its people, member for member as recorded.</summary>
internal static class RoomJson
{
    private const string Rest = """
        {"hasPassword":false,"hasCall":false,"callStartTime":0,"callRecording":0,"notificationCalls":1,"lobbyState":0,"lobbyTimer":0,
         "lastPing":0,"sessionId":"0","sipEnabled":0,"attendeePermissions":0,"callPermissions":0,"defaultPermissions":0,"canEnableSIP":false,
         "attendeePin":"","listable":0,"callFlag":0,"messageExpiration":0,"isCustomAvatar":false,"breakoutRoomMode":0,
         "breakoutRoomStatus":0,"recordingConsent":0,"mentionPermissions":0,"liveTranscriptionLanguageId":"","isArchived":false,
         "isImportant":false,"isSensitive":false,"participantFlags":0}
        """;

    public static JsonObject Of(Room room, Person me, PersonDirectory people)
    {
        var mine = room.AttendeeOf(me.Id)!;
        var comments = room.Messages.Where(message => message.IsComment).ToList();
        var unread = comments.Where(message => message.Id > mine.LastRead && message.ActorId != me.Id).ToList();
        var isMentioned = unread.Exists(message =>
            message.Objects.Values.Any(one => one.Type == "user" && one.Id == me.Id)
        );
        var json = JsonNode.Parse(Rest)!.AsObject();
        json["id"] = room.Id;
        json["token"] = room.Token;
        json["type"] = room.Type;
        json["name"] = room.Type == Room.OneToOne ? OtherOf(room, me) : room.Name;
        json["displayName"] =
            room.Type == Room.OneToOne ? MessageJson.NameOf(people, "users", OtherOf(room, me)) : room.Name;
        json["objectType"] = room.ObjectType;
        json["objectId"] = room.ObjectId;
        json["participantType"] = mine.Type;
        json["readOnly"] = room.ReadOnly ? 1 : 0;
        json["canStartCall"] = room.Type != Room.NoteToSelf;
        json["lastActivity"] = room.LastActivity;
        json["lastReadMessage"] = mine.LastRead;
        json["unreadMessages"] = unread.Count;
        json["unreadMention"] = isMentioned;
        json["unreadMentionDirect"] = isMentioned;
        json["isFavorite"] = mine.IsFavorite;
        json["canLeaveConversation"] = room.Type != Room.NoteToSelf;
        json["canDeleteConversation"] = mine.IsModerator && room.Type != Room.OneToOne;
        json["notificationLevel"] = room.Type == Room.OneToOne ? 1 : 2;
        json["actorType"] = "users";
        json["actorId"] = me.Id;
        json["attendeeId"] = mine.Id;
        json["permissions"] = mine.IsModerator ? 254 : 246;
        json["description"] = room.Description;
        json["lastCommonReadMessage"] = CommonRead(room);
        json["avatarVersion"] = room.Token;
        // Changes of messages are told in the chat and do not become its last message.
        json["lastMessage"] = room.Messages.FindLast(message => message.Parent is null || message.IsComment) is { } last
            ? MessageJson.Of(last, room, me, people, withParent: false)
            : new JsonArray();
        return json;
    }

    /// <summary>What everybody has read.</summary>
    public static long CommonRead(Room room) => room.Attendees.Min(attendee => attendee.LastRead);

    public static JsonObject Participant(Room room, Attendee attendee, PersonDirectory people) =>
        new()
        {
            ["roomToken"] = room.Token,
            ["inCall"] = 0,
            ["lastPing"] = 0,
            ["sessionIds"] = new JsonArray(),
            ["participantType"] = attendee.Type,
            ["attendeeId"] = attendee.Id,
            ["actorId"] = attendee.User,
            ["actorType"] = "users",
            ["displayName"] = MessageJson.NameOf(people, "users", attendee.User),
            ["permissions"] = attendee.IsModerator ? 254 : 246,
            ["attendeePermissions"] = 0,
            ["attendeePin"] = "",
            ["phoneNumber"] = "",
            ["callId"] = "",
        };

    private static string OtherOf(Room room, Person me) =>
        room.Attendees.Find(attendee => attendee.User != me.Id)?.User ?? me.Id;
}
