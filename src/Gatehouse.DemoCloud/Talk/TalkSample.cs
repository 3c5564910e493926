using System.Collections.Immutable;
using System.Security.Cryptography;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Talk;

/// <summary>What Talk begins with: the three conversations it gives everybody, and with sample data some that people would have.</summary>
internal static class TalkSample
{
    private const string TokenLetters = "abcdefghijkmnopqrstwxyz23456789";

    /// <summary>The conversations that are there when the first person comes take less than these.</summary>
    private const long FirstMessage = 72;

    public static string NewToken() => RandomNumberGenerator.GetString(TokenLetters, 8);

    public static TalkState Begin(PersonDirectory people, long now, bool withSamples)
    {
        var state = new TalkState([]);
        foreach (var person in people.All)
        {
            state = Welcome(state, person, now);
        }

        state = state with { NextMessage = Math.Max(state.NextMessage, FirstMessage) };
        return withSamples && people.Find("alice") is not null && people.Find("bob") is not null
            ? Samples(state, people, now)
            : state;
    }

    private static TalkState Welcome(TalkState state, Person person, long now)
    {
        (state, var news) = TalkChanges.Create(state, NewToken(), Room.Changelog, "Talk updates ✅", now, person.Id);
        news = news with { ReadOnly = true, Attendees = [news.Attendees[0] with { Type = Attendee.Ordinary }] };
        (state, _, _) = TalkChanges.Post(
            state,
            news,
            Comment(
                state,
                "changelog",
                now,
                "## New in Talk 22\n- Use threads to keep your chat and discussions organized"
            )
        );

        (state, var notes) = TalkChanges.Create(state, NewToken(), Room.NoteToSelf, "Note to self", now, person.Id);
        notes = notes with
        {
            ObjectType = "note_to_self",
            ObjectId = person.Id,
            Description = "A place for your private notes, thoughts and ideas",
            Attendees = [notes.Attendees[0] with { IsFavorite = true, LastRead = state.NextMessage }],
        };
        (state, _, _) = TalkChanges.Tell(state, notes, "system", "conversation_created", now);

        (state, var start) = TalkChanges.Create(state, NewToken(), Room.Group, "Let's get started!", now, person.Id);
        start = start with { ObjectType = "sample", ObjectId = person.Id };
        (state, _, _) = TalkChanges.Post(
            state,
            start,
            Comment(
                state,
                "sample",
                now,
                "## ⚙️ Manage conversation settings\n\nIn the conversation menu, you can access various settings."
            )
        );
        return state;
    }

    private static TalkState Samples(TalkState state, PersonDirectory people, long now)
    {
        const long hour = 3600;
        (state, var team) = TalkChanges.Create(
            state,
            NewToken(),
            Room.Group,
            "Website relaunch",
            now - (50 * hour),
            "alice",
            "bob"
        );
        team = team with { Description = "Everything about the new website; go-live is planned for December." };
        (state, team, _) = TalkChanges.Tell(state, team, "alice", "conversation_created", now - (50 * hour));
        (state, team, var draft) = TalkChanges.Write(
            state,
            team,
            "alice",
            "Morning! The first draft of the start page is in the shared folder. @bob could you look at the texts?",
            now - (26 * hour),
            people
        );
        (state, team, _) = TalkChanges.Write(
            state,
            team,
            "bob",
            "Looks good. I would shorten the paragraph about our history, and the price list is from last year.",
            now - (25 * hour),
            people,
            draft
        );
        team = team.With(draft with { Reactions = [new("👍", "bob", now - (25 * hour))] });
        (state, team, _) = TalkChanges.Write(
            state,
            team,
            "bob",
            "@alice when do we meet with the printer? I can do Thursday or Friday morning.",
            now - (2 * hour),
            people
        );

        (state, var pair) = TalkChanges.Create(state, NewToken(), Room.OneToOne, "", now - (30 * hour), "alice", "bob");
        (state, pair, _) = TalkChanges.Tell(state, pair, "alice", "conversation_created", now - (30 * hour));
        (state, _, _) = TalkChanges.Write(
            state,
            pair,
            "bob",
            "Are you coming for coffee at three?",
            now - hour,
            people
        );
        return state;
    }

    private static Message Comment(TalkState state, string bot, long now, string text) =>
        new(
            state.NextMessage,
            "bots",
            bot,
            now,
            text,
            System: "",
            Reference: "",
            state.NextMessage,
            Parent: null,
            ImmutableSortedDictionary<string, MessageObject>.Empty,
            []
        );
}
