using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Talk;

public sealed class ChatToolsTests : ToolTest
{
    private const string Chat = "/ocs/v2.php/apps/spreed/api/v1/chat/aibsbiza";
    private const string Reaction = "/ocs/v2.php/apps/spreed/api/v1/reaction/aibsbiza/76";
    private const string Quietly = "&setReadMarker=0&noStatusUpdate=1&markNotificationsAsRead=0";

    [Fact]
    public async Task A_chat_is_read_oldest_message_first_and_marks_nothing_as_read()
    {
        Cloud.Play("talk", "16-history", Chat + "?lookIntoFuture=0&limit=50" + Quietly);
        await using var alice = await AliceAsync("talk.read");

        var answer = await CallAsync(alice, "read_chat", new { conversation = "aibsbiza" });

        var messages = answer.GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal([73L, 75L, 76L, 77L], messages.Select(m => m.GetProperty("id").GetInt64()));
        Assert.True(messages[0].GetProperty("system").GetBoolean());
        Assert.Equal("Hello **team** @Bob Example", Text(messages[2], "text"));
        Assert.Equal(("Alice Example", "alice"), (Text(messages[2], "author"), Text(messages[2], "authorId")));
        Assert.Equal("2026-11-23T16:20:05+01:00", Text(messages[2], "time"));
        Assert.Equal(76, messages[3].GetProperty("replyTo").GetInt64());
        Assert.Equal("Hello **team** @Bob Example", Text(messages[3], "replyToText"));
        Assert.False(answer.TryGetProperty("nextCursor", out _));
        Assert.Equal(Cloud.Address + "/index.php/call/aibsbiza", Text(answer, "link"));
    }

    [Fact]
    public async Task Older_messages_follow_by_cursor()
    {
        Cloud
            .Play("talk", "17-history-as-bob", Chat + "?lookIntoFuture=0&limit=2" + Quietly)
            .Play(
                "talk",
                "18-poll-nothing-304",
                Chat + "?lookIntoFuture=0&limit=2" + Quietly + "&lastKnownMessageId=76"
            );
        await using var alice = await AliceAsync("talk.read");

        var newest = await CallAsync(alice, "read_chat", new { conversation = "aibsbiza", limit = 2 });
        var cursor = Text(newest, "nextCursor");
        var older = await CallAsync(
            alice,
            "read_chat",
            new
            {
                conversation = "aibsbiza",
                limit = 2,
                cursor,
            }
        );

        Assert.Equal(2, newest.GetProperty("messages").GetArrayLength());
        Assert.Equal(0, older.GetProperty("messages").GetArrayLength());
    }

    [Fact]
    public async Task New_messages_are_waited_for_at_the_cloud()
    {
        var path = Chat + "?lookIntoFuture=1&limit=50" + Quietly + "&timeout=5&lastKnownMessageId=75";
        Cloud.Play("talk", "22-context", path);
        await using var alice = await AliceAsync("talk.read");

        var answer = await CallAsync(
            alice,
            "read_chat",
            new
            {
                conversation = "aibsbiza",
                after = 75,
                wait = 5,
            }
        );

        Assert.NotEqual(0, answer.GetProperty("messages").GetArrayLength());
        Assert.False(answer.TryGetProperty("nextCursor", out _));
    }

    [Fact]
    public async Task Nothing_new_is_no_error()
    {
        var path = Chat + "?lookIntoFuture=1&limit=50" + Quietly + "&timeout=0&lastKnownMessageId=999999";
        Cloud.Play("talk", "18-poll-nothing-304", path);
        await using var alice = await AliceAsync("talk.read");

        var answer = await CallAsync(alice, "read_chat", new { conversation = "aibsbiza", after = 999999 });

        Assert.Equal(0, answer.GetProperty("messages").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"conversation":"aibsbiza","wait":5}""", "'wait'")]
    [InlineData("""{"conversation":"aibsbiza","after":5,"wait":26}""", "'wait'")]
    [InlineData("""{"conversation":"aibsbiza","after":5,"cursor":"cmVhZF9jaGF0IDc2"}""", "'after'")]
    [InlineData("""{"conversation":"aibsbiza","cursor":"x"}""", "'cursor'")]
    [InlineData("""{"conversation":"../room","limit":5}""", "'conversation'")]
    [InlineData("""{"conversation":"aibsbiza","limit":201}""", "'limit'")]
    public async Task What_cannot_be_read_is_said_before_the_cloud_is_asked(string arguments, string named)
    {
        await using var alice = await AliceAsync("talk.read");

        var text = await ErrorAsync(alice, "read_chat", JsonDocument.Parse(arguments).RootElement);

        Assert.Contains(named, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Cloud.Requests, r => r.Path.Contains("/chat/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_is_sent_and_answered()
    {
        Cloud.Play("talk", "12-send-reply");
        await using var alice = await AliceAsync("talk.write");

        var sent = await CallAsync(
            alice,
            "send_chat_message",
            new
            {
                conversation = "aibsbiza",
                text = "Reply",
                replyTo = 76,
            }
        );

        Assert.Equal(77, sent.GetProperty("message").GetProperty("id").GetInt64());
        Assert.Equal(76, sent.GetProperty("message").GetProperty("replyTo").GetInt64());
        Assert.Equal("""{"message":"Reply","replyTo":76}""", Cloud.LastRequest.BodyText);
    }

    [Fact]
    public async Task Reading_does_not_include_writing()
    {
        await using var alice = await AliceAsync("talk.read");

        var text = await ErrorAsync(alice, "send_chat_message", new { conversation = "aibsbiza", text = "x" });

        Assert.Contains("talk.write", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_too_long_is_not_sent()
    {
        await using var alice = await AliceAsync("talk.write");
        var text = new string('x', 32_001);

        var error = await ErrorAsync(alice, "send_chat_message", new { conversation = "aibsbiza", text });

        Assert.Contains("32000", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Cloud.Requests, r => r.Method == "POST");
    }

    [Fact]
    public async Task Whoever_is_not_in_a_conversation_cannot_write_there()
    {
        Cloud.Play("talk", "15-send-not-member-404");
        await using var alice = await AliceAsync("talk.write");

        var text = await ErrorAsync(alice, "send_chat_message", new { conversation = "aibsbiza", text = "x" });

        Assert.Contains(
            "Writing into the conversation aibsbiza failed: it is not there",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_reaction_is_given_and_taken_back()
    {
        Cloud
            .Play("talk", "20-react")
            .Answer(
                "DELETE",
                Reaction + "?reaction=%F0%9F%91%8D",
                200,
                "application/json",
                """{"ocs":{"meta":{"status":"ok","statuscode":200,"message":"OK"},"data":[]}}"""
            );
        await using var alice = await AliceAsync("talk.write");
        var given = new
        {
            conversation = "aibsbiza",
            message = 76,
            emoji = "👍",
        };

        var on = await CallAsync(alice, "set_reaction", given);
        var off = await CallAsync(
            alice,
            "set_reaction",
            new
            {
                given.conversation,
                given.message,
                given.emoji,
                on = false,
            }
        );

        var reaction = Assert.Single(on.GetProperty("reactions").EnumerateArray());
        Assert.Equal("👍", Text(reaction, "emoji"));
        Assert.Equal("Alice Example", Assert.Single(reaction.GetProperty("people").EnumerateArray()).GetString());
        Assert.Equal(0, off.GetProperty("reactions").GetArrayLength());
    }

    [Fact]
    public async Task A_poll_is_made()
    {
        Cloud.Play("talk", "31-poll-create");
        await using var alice = await AliceAsync("talk.write");

        var answer = await CallAsync(
            alice,
            "send_chat_message",
            new
            {
                conversation = "aibsbiza",
                text = "When?",
                options = new[] { "Mon", "Tue" },
            }
        );

        Assert.Equal("When?", Text(answer.GetProperty("poll"), "question"));
        Assert.True(
            JsonElement.DeepEquals(
                JsonDocument.Parse(Recording.Load("talk", "31-poll-create").Request.Body!).RootElement,
                JsonDocument.Parse(Cloud.LastRequest.BodyText).RootElement
            )
        );
    }

    [Fact]
    public async Task A_poll_answers_nothing()
    {
        await using var alice = await AliceAsync("talk.write");

        var text = await ErrorAsync(
            alice,
            "send_chat_message",
            new
            {
                conversation = "aibsbiza",
                text = "When?",
                options = new[] { "Mon", "Tue" },
                replyTo = 76,
            }
        );

        Assert.Contains("'options'", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_poll_needs_a_choice()
    {
        await using var alice = await AliceAsync("talk.write");

        var text = await ErrorAsync(
            alice,
            "send_chat_message",
            new
            {
                conversation = "aibsbiza",
                text = "When?",
                options = new[] { "Mon" },
            }
        );

        Assert.Contains("'options'", text, StringComparison.Ordinal);
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
