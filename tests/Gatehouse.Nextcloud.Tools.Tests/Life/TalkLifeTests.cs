using System.Text.Json;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

/// <summary>Conversations need somebody to talk to, whom only the demo cloud has.</summary>
public sealed class TalkLifeTests : LifeTest
{
    [Fact]
    public async Task Two_people_talk_and_see_each_others_messages_and_reactions()
    {
        await using var alice = await AliceAsync();
        await using var bob = await BobAsync();

        var made = await CallAsync(
            alice,
            "create_conversation",
            new { name = Unique, people = new[] { "bob", "nobody" } }
        );
        var conversation = Text(made.GetProperty("conversation"), "conversation");
        var question = await CallAsync(
            alice,
            "send_chat_message",
            new { conversation, text = $"Hello @bob, {Unique}?" }
        );
        var asked = question.GetProperty("message").GetProperty("id").GetInt64();
        var unread = await CallAsync(bob, "list_conversations", new { query = Unique, unread = true });
        var notified = await CallAsync(bob, "list_notifications", new { });
        await CallAsync(
            bob,
            "send_chat_message",
            new
            {
                conversation,
                text = "Yes",
                replyTo = asked,
            }
        );
        await CallAsync(bob, "mark_chat_read", new { conversation });
        var read = await CallAsync(bob, "list_conversations", new { query = Unique, unread = true });
        var given = await CallAsync(
            alice,
            "set_reaction",
            new
            {
                conversation,
                message = asked,
                emoji = "🎉",
            }
        );
        var chat = await CallAsync(alice, "read_chat", new { conversation });
        var found = await CallAsync(
            bob,
            "search_everything",
            new { query = Unique, providers = new[] { "talk-message" } }
        );
        var participants = await CallAsync(bob, "list_participants", new { conversation });

        Assert.Equal("nobody", Text(Assert.Single(made.GetProperty("notAdded").EnumerateArray()), "id"));
        var seen = Assert.Single(unread.GetProperty("conversations").EnumerateArray());
        Assert.True(seen.GetProperty("mentioned").GetBoolean());
        Assert.Contains(
            notified.GetProperty("notifications").EnumerateArray(),
            n => Text(n, "app") == "spreed" && Text(n, "objectId") == conversation
        );
        Assert.Empty(read.GetProperty("conversations").EnumerateArray());
        Assert.Equal("🎉", Text(Assert.Single(given.GetProperty("reactions").EnumerateArray()), "emoji"));
        var messages = chat.GetProperty("messages")
            .EnumerateArray()
            .Where(m => !m.TryGetProperty("system", out _))
            .ToList();
        Assert.Equal([$"Hello @Bob Example, {Unique}?", "Yes"], messages.Select(m => Text(m, "text")));
        Assert.Equal(asked, messages[1].GetProperty("replyTo").GetInt64());
        Assert.Equal(1, messages[0].GetProperty("reactions").GetProperty("🎉").GetInt32());
        Assert.Contains(Unique, Text(found.GetProperty("hits")[0], "subline"), StringComparison.Ordinal);
        Assert.Equal(
            ["alice", "bob"],
            participants.GetProperty("participants").EnumerateArray().Select(p => Text(p, "id"))
        );
    }

    [Fact]
    public async Task Whoever_waits_gets_what_is_written_meanwhile()
    {
        await using var alice = await AliceAsync();
        await using var bob = await BobAsync();
        var made = await CallAsync(alice, "create_conversation", new { people = new[] { "bob" } });
        var conversation = Text(made.GetProperty("conversation"), "conversation");
        var before = await CallAsync(alice, "read_chat", new { conversation, limit = 1 });
        var after = before.GetProperty("messages")[0].GetProperty("id").GetInt64();

        var waiting = CallAsync(
            alice,
            "read_chat",
            new
            {
                conversation,
                after,
                wait = 25,
            }
        );
        await CallAsync(bob, "send_chat_message", new { conversation, text = Unique });

        var message = Assert.Single((await waiting).GetProperty("messages").EnumerateArray());
        Assert.Equal(Unique, Text(message, "text"));
    }

    [Fact]
    public async Task A_file_shared_with_a_conversation_stands_in_its_chat_and_is_read_by_all_in_it()
    {
        await using var alice = await AliceAsync();
        await using var bob = await BobAsync();
        var made = await CallAsync(alice, "create_conversation", new { name = Unique, people = new[] { "bob" } });
        var conversation = Text(made.GetProperty("conversation"), "conversation");
        var path = $"/{Unique}.md";
        await CallAsync(alice, "write_file", new { path, text = "for all of us" });

        await CallAsync(
            alice,
            "share_file",
            new
            {
                path,
                with = conversation,
                kind = "room",
            }
        );
        var chat = await CallAsync(bob, "read_chat", new { conversation });
        var read = await CallAsync(bob, "read_file", new { path });

        var file = chat.GetProperty("messages").EnumerateArray().Last().GetProperty("files")[0];
        Assert.Equal($"{Unique}.md", Text(file, "name"));
        Assert.Equal("for all of us", Text(read, "text"));
    }

    [Fact]
    public async Task Whoever_is_not_in_a_conversation_does_not_see_it()
    {
        await using var alice = await AliceAsync();
        await using var bob = await BobAsync();
        var made = await CallAsync(alice, "create_conversation", new { name = Unique, people = Array.Empty<string>() });
        var conversation = Text(made.GetProperty("conversation"), "conversation");

        var text = await ErrorAsync(bob, "read_chat", new { conversation });

        Assert.Contains("it is not there", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notifications_are_dismissed_by_whom_they_are_for()
    {
        await Demo.NotifyAsync("alice", "Coffee with {user}", Unique, "bob", Token);
        await using var alice = await AliceAsync();
        await using var bob = await BobAsync();

        var waiting = await CallAsync(alice, "list_notifications", new { });
        var mine = waiting.GetProperty("notifications").EnumerateArray().First();
        var id = mine.GetProperty("id").GetInt64();
        await CallAsync(bob, "dismiss_notifications", new { ids = new[] { id } });
        var still = await CallAsync(alice, "list_notifications", new { });
        await CallAsync(alice, "dismiss_notifications", new { ids = new[] { id } });
        var gone = await CallAsync(alice, "list_notifications", new { });

        Assert.Equal("Coffee with @Bob Example", Text(mine, "subject"));
        Assert.Contains(id, Ids(still));
        Assert.DoesNotContain(id, Ids(gone));
    }

    private static IEnumerable<long> Ids(JsonElement answer) =>
        answer.GetProperty("notifications").EnumerateArray().Select(n => n.GetProperty("id").GetInt64());

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
