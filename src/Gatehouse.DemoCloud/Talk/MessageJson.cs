using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Talk;

/// <summary>A message as the API tells it: what Talk says of what somebody did is worded for whoever looks.</summary>
internal static class MessageJson
{
    public static JsonObject Of(Message message, Room room, Person me, PersonDirectory people, bool withParent = true)
    {
        var isComment = message.IsComment && !message.IsDeleted;
        var json = new JsonObject
        {
            ["id"] = message.Id,
            ["token"] = room.Token,
            ["actorType"] = message.ActorType,
            ["actorId"] = message.ActorId,
            ["actorDisplayName"] =
                message.ActorId == "system" ? "" : NameOf(people, message.ActorType, message.ActorId),
            ["timestamp"] = message.Time,
            ["message"] = TextOf(message, me),
            ["messageParameters"] = ObjectsOf(message, people),
            ["systemMessage"] = message.System,
            ["messageType"] =
                message.IsDeleted ? "comment_deleted"
                : isComment ? "comment"
                : "system",
            ["isReplyable"] = isComment,
            ["referenceId"] = message.Reference,
            ["reactions"] = CountsOf(message),
            ["expirationTimestamp"] = 0,
            ["markdown"] = message.IsComment,
            ["threadId"] = message.Thread,
        };
        if (message is { Edited: { } edited, IsDeleted: false })
        {
            json["lastEditActorType"] = message.ActorType;
            json["lastEditActorId"] = message.ActorId;
            json["lastEditActorDisplayName"] = NameOf(people, message.ActorType, message.ActorId);
            json["lastEditTimestamp"] = edited;
        }

        string[] own = [.. message.Reactions.Where(one => one.User == me.Id).Select(one => one.Emoji)];
        if (own.Length > 0)
        {
            json["reactionsSelf"] = new JsonArray([.. own.Select(emoji => JsonValue.Create(emoji))]);
        }

        if (message.IsDeleted)
        {
            json["deleted"] = true;
        }

        if (withParent && message.Parent is { } id && room.Find(id) is { } parent)
        {
            json["parent"] = Of(parent, room, me, people, withParent: false);
        }

        return json;
    }

    public static JsonObject ReactionsOf(Message message, PersonDirectory people) =>
        new(
            message
                .Reactions.GroupBy(one => one.Emoji, StringComparer.Ordinal)
                .Select(group =>
                    KeyValuePair.Create(
                        group.Key,
                        (JsonNode?)
                            new JsonArray([
                                .. group.Select(
                                    JsonNode (one) =>
                                        new JsonObject
                                        {
                                            ["actorType"] = "users",
                                            ["actorId"] = one.User,
                                            ["actorDisplayName"] = NameOf(people, "users", one.User),
                                            ["timestamp"] = one.Time,
                                        }
                                ),
                            ])
                    )
                )
        );

    public static string NameOf(PersonDirectory people, string type, string id) =>
        (type, id) switch
        {
            ("bots", "changelog") => "Talk updates ✅",
            ("bots", _) => "Nextcloud",
            ("guests", "system") => "System",
            _ => people.Find(id)?.Account.DisplayName ?? id,
        };

    private static JsonObject CountsOf(Message message) =>
        new(
            message
                .Reactions.CountBy(one => one.Emoji, StringComparer.Ordinal)
                .Select(count => KeyValuePair.Create(count.Key, (JsonNode?)JsonValue.Create(count.Value)))
        );

    private static string TextOf(Message message, Person me)
    {
        var actor =
            message.ActorId == me.Id ? "You"
            : message.ActorId == "system" ? "System"
            : "{actor}";
        if (message.IsDeleted)
        {
            return message.ActorId == me.Id ? "Message deleted by you" : "Message deleted by {actor}";
        }

        return message.System switch
        {
            "conversation_created" => $"{actor} created the conversation",
            "user_added" when message.Objects["user"].Id == me.Id => $"{actor} added you",
            "user_added" => actor + " added {user}",
            "message_edited" => $"{actor} edited a message",
            "message_deleted" => $"{actor} deleted a message",
            "conversation_renamed" => $"{actor} renamed the conversation {message.Text}",
            _ => message.Text,
        };
    }

    /// <summary>None is an empty array.</summary>
    private static JsonNode ObjectsOf(Message message, PersonDirectory people)
    {
        var objects = message.Objects.ToDictionary(one => one.Key, one => Of(one.Value), StringComparer.Ordinal);
        if (!message.IsComment && message.System != "reaction" || message.IsDeleted)
        {
            var isSystem = message.ActorId == "system";
            var name = NameOf(people, message.ActorType, message.ActorId);
            objects["actor"] = Of(new(isSystem ? "guest" : "user", isSystem ? "guest/system" : message.ActorId, name));
        }

        return objects.Count == 0
            ? new JsonArray()
            : new JsonObject(objects.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value)));
    }

    private static JsonObject Of(MessageObject one)
    {
        var json = new JsonObject
        {
            ["type"] = one.Type,
            ["id"] = one.Id,
            ["name"] = one.Name,
        };
        if (one.Type is "user" or "guest")
        {
            json["mention-id"] = one.Id;
        }

        if (one is { Type: "file", Path: { } path })
        {
            json["path"] = path;
            json["mimetype"] = one.MediaType;
        }

        return json;
    }
}
