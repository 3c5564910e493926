using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Talk;

/// <summary>What can happen to conversations, as steps from one state to the next.</summary>
internal static partial class TalkChanges
{
    private static readonly ImmutableSortedDictionary<string, MessageObject> nothing = ImmutableSortedDictionary.Create<
        string,
        MessageObject
    >(StringComparer.Ordinal);

    /// <summary>A conversation with its first people, the first of whom owns it.</summary>
    public static (TalkState State, Room Room) Create(
        TalkState state,
        string token,
        int type,
        string name,
        long now,
        params IReadOnlyList<string> users
    )
    {
        var attendees = users.Select(
            (user, index) =>
                new Attendee(
                    state.NextAttendee + index,
                    user,
                    index == 0 || type == Room.OneToOne ? Attendee.Owner : Attendee.Ordinary,
                    LastRead: 0
                )
        );
        var room = new Room(state.NextRoom, token, type, name, "", "", "", ReadOnly: false, now, [.. attendees], []);
        return (
            (state with { NextRoom = state.NextRoom + 1, NextAttendee = state.NextAttendee + users.Count }).With(room),
            room
        );
    }

    /// <summary>Talk tells that something happened. Whoever did it has read it.</summary>
    public static (TalkState State, Room Room, Message Message) Tell(
        TalkState state,
        Room room,
        string user,
        string what,
        long now,
        string text = "",
        Message? about = null,
        MessageObject? other = null
    )
    {
        var message = new Message(
            state.NextMessage,
            user == "system" ? "guests" : "users",
            user,
            now,
            text,
            what,
            Reference: "",
            about?.Thread ?? state.NextMessage,
            about?.Id,
            other is null ? nothing : nothing.Add(other.Type, other),
            []
        );
        return Post(state, room, message);
    }

    /// <summary>Somebody writes. <c>@user</c> mentions who is in the conversation.</summary>
    public static (TalkState State, Room Room, Message Message) Write(
        TalkState state,
        Room room,
        string user,
        string text,
        long now,
        PersonDirectory people,
        Message? replyTo = null,
        string reference = ""
    )
    {
        var objects = nothing;
        var written = Mention()
            .Replace(
                text,
                match =>
                {
                    var id = match.Groups["user"].Value;
                    if (room.AttendeeOf(id) is null || people.Find(id) is not { } person)
                    {
                        return match.Value;
                    }

                    var known = objects.FirstOrDefault(one => one.Value.Id == person.Id).Key;
                    var key = known ?? $"mention-user{objects.Count + 1}";
                    objects = objects.SetItem(key, new("user", person.Id, person.Account.DisplayName));
                    return "{" + key + "}";
                }
            );
        var message = new Message(
            state.NextMessage,
            "users",
            user,
            now,
            written,
            System: "",
            reference,
            replyTo?.Thread ?? state.NextMessage,
            replyTo?.Id,
            objects,
            []
        );
        return Post(state, room, message);
    }

    /// <summary>A message goes to the end of a conversation; its author has read up to it.</summary>
    public static (TalkState State, Room Room, Message Message) Post(TalkState state, Room room, Message message)
    {
        var next = room.With(message);
        if (next.AttendeeOf(message.ActorId) is { } author)
        {
            next = next.With(author with { LastRead = Math.Max(author.LastRead, ReadBy(message, author)) });
        }

        return ((state with { NextMessage = state.NextMessage + 1 }).With(next), next, message);
    }

    /// <summary>Creating a conversation is read by its maker at once; what is told later is not, as recorded.</summary>
    private static long ReadBy(Message message, Attendee author) =>
        message.System is "conversation_created" ? message.Id : author.LastRead;

    [GeneratedRegex("@(\"(?<user>[^\"]{1,64})\"|(?<user>[A-Za-z0-9_.-]{1,64}))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mention();
}
