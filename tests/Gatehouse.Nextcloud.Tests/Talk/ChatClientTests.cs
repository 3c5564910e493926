using System.Text.Json;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Talk;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.Talk;

public sealed class ChatClientTests : CloudTest
{
    private const string Room = "/ocs/v2.php/apps/spreed/api/v1/chat/aibsbiza";
    private const string Reactions = "/ocs/v2.php/apps/spreed/api/v1/reaction/aibsbiza/76";
    private const string Quietly = "&setReadMarker=0&noStatusUpdate=1&markNotificationsAsRead=0";
    private static readonly ConversationToken project = ConversationToken.Parse("aibsbiza");

    private ChatClient Chat => new(Transport);

    [Fact]
    public async Task Messages_come_oldest_first_and_reading_them_changes_nothing()
    {
        Cloud.Play("talk", "16-history", Room + "?lookIntoFuture=0&limit=50" + Quietly);

        var page = await Chat.ReadAsync(Alice, project, before: null, 50, Token);

        Assert.Equal([73, 75, 76, 77], page.Messages.Select(m => m.Id));
        Assert.Equal(73, page.Edge);
        var (added, hello, reply) = (page.Messages[1], page.Messages[2], page.Messages[3]);
        Assert.Equal("You added @Bob Example", added.Text);
        Assert.Equal("user_added", added.SystemMessage);
        Assert.Equal("Hello **team** @Bob Example", hello.Text);
        Assert.Equal(new ChatActor("users", "alice", "Alice Example"), hello.Author);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1795447205), hello.Time);
        Assert.False(hello.IsSystem);
        Assert.Equal(new QuotedMessage(76, hello.Author, hello.Text), reply.ReplyTo);
        Assert.Equal(76, reply.Thread);
    }

    [Fact]
    public async Task Older_messages_are_those_before_the_edge()
    {
        Cloud.Play("talk", "16-history", Room + "?lookIntoFuture=0&limit=20" + Quietly + "&lastKnownMessageId=78");

        Assert.Equal(4, (await Chat.ReadAsync(Alice, project, before: 78, 20, Token)).Messages.Count);
    }

    [Fact]
    public async Task Nothing_new_is_an_empty_page()
    {
        Cloud.Play(
            "talk",
            "18-poll-nothing-304",
            Room + "?lookIntoFuture=1&limit=100" + Quietly + "&timeout=0&lastKnownMessageId=999999"
        );

        var page = await Chat.WaitAsync(Alice, project, 999999, TimeSpan.Zero, 100, Token);

        Assert.Empty(page.Messages);
        Assert.Null(page.Edge);
    }

    [Fact]
    public async Task A_wait_ends_before_the_calls_own_time_out()
    {
        Cloud.Play(
            "talk",
            "18-poll-nothing-304",
            Room + "?lookIntoFuture=1&limit=100" + Quietly + "&timeout=25&lastKnownMessageId=1"
        );

        await Chat.WaitAsync(Alice, project, 1, TimeSpan.FromMinutes(5), 100, Token);

        Assert.True(ChatClient.MaxWait < Options.Timeout);
    }

    [Fact]
    public async Task A_message_is_written_and_answered_as_recorded()
    {
        Cloud.Play("talk", "11-send").Play("talk", "12-send-reply");

        var hello = await Chat.SendAsync(Alice, project, "Hello **team** @bob", replyTo: null, isSilent: false, Token);
        var reply = await Chat.SendAsync(Alice, project, "Reply", hello.Id, isSilent: false, Token);

        Assert.Equal("Hello **team** @Bob Example", hello.Text);
        Assert.Equal(76, reply.ReplyTo!.Id);
        AssertSent("""{"message": "Reply", "replyTo": 76}""");
    }

    [Fact]
    public async Task A_silent_message_says_so()
    {
        Cloud.Play("talk", "11-send");

        await Chat.SendAsync(Alice, project, "psst", replyTo: null, isSilent: true, Token);

        AssertSent("""{"message": "psst", "silent": true}""");
    }

    [Theory]
    [InlineData("13-send-empty", NextcloudErrorKind.Refused, "Nextcloud says: 'message' is not accepted.")]
    [InlineData("14-send-too-long-413", NextcloudErrorKind.TooLarge, "Nextcloud says: 'message' is not accepted.")]
    [InlineData("15-send-not-member-404", NextcloudErrorKind.NotFound, null)]
    public async Task What_Talk_refuses_is_said(string name, NextcloudErrorKind kind, string? cause)
    {
        Cloud.Play("talk", name);

        var error = await ErrorOf(() => Chat.SendAsync(Alice, project, "x", null, isSilent: false, Token));

        Assert.Equal(kind, error.Kind);
        Assert.Equal(cause, error.Cause);
    }

    [Fact]
    public async Task A_changed_message_comes_back_as_it_is_now()
    {
        Cloud.Play("talk", "19-edit");

        var said = await Chat.EditAsync(Alice, project, 76, "Hello edited", Token);

        Assert.Equal("message_edited", said.SystemMessage);
        Assert.Equal("Hello edited", said.ReplyTo!.Text);
        AssertSent("""{"message": "Hello edited"}""");
    }

    [Fact]
    public async Task A_deleted_message_leaves_word_of_it()
    {
        Cloud.Play("talk", "23-delete-message");

        var said = await Chat.DeleteAsync(Alice, project, 76, Token);

        Assert.Equal("message_deleted", said.SystemMessage);
        Assert.Equal("Message deleted by you", said.ReplyTo!.Text);
    }

    [Fact]
    public async Task A_changed_message_is_known_by_its_time_and_has_reactions()
    {
        Cloud.Play("talk", "22-context", Room + "?lookIntoFuture=0&limit=50" + Quietly);

        var page = await Chat.ReadAsync(Alice, project, before: null, 50, Token);

        var edited = page.Messages.Single(m => m.Id == 76);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1795447205), edited.Edited);
        Assert.Equal(1, edited.Reactions["👍"]);
        Assert.Equal(["👍"], edited.OwnReactions);
    }

    [Fact]
    public async Task A_reaction_is_given_as_recorded_and_read()
    {
        Cloud.Play("talk", "20-react").Play("talk", "21-reactions");

        var given = await Chat.ReactAsync(Alice, project, 76, "👍", Token);
        AssertSent("""{"reaction": "👍"}""");
        var read = await Chat.ReactionsAsync(Alice, project, 76, Token);

        Assert.Equal("👍", Assert.Single(given).Emoji);
        Assert.Equal([new ChatActor("users", "alice", "Alice Example")], Assert.Single(read).People);
    }

    [Fact]
    public async Task A_reaction_is_taken_back_and_none_may_be_left()
    {
        Cloud.Answer(
            "DELETE",
            Reactions + "?reaction=%F0%9F%91%8D",
            200,
            "application/json; charset=utf-8",
            """{"ocs":{"meta":{"status":"ok","statuscode":200,"message":"OK"},"data":[]}}"""
        );

        Assert.Empty(await Chat.TakeBackAsync(Alice, project, 76, "👍", Token));
    }

    [Fact]
    public async Task A_poll_is_made_as_recorded()
    {
        Cloud.Play("talk", "31-poll-create");

        var poll = await Chat.CreatePollAsync(Alice, project, new("When?", ["Mon", "Tue"]), Token);

        Assert.Equal("When?", poll.Question);
        Assert.Equal(["Mon", "Tue"], poll.Options);
        AssertSent(Recording.Load("talk", "31-poll-create").Request.Body!);
    }

    [Fact]
    public async Task A_file_in_a_message_is_known()
    {
        Cloud.Answer(
            "GET",
            Room + "?lookIntoFuture=0&limit=1" + Quietly,
            200,
            "application/json",
            """
            {"ocs":{"meta":{"status":"ok","statuscode":200,"message":"OK"},"data":[{"id":82,"token":"aibsbiza","actorType":"users",
            "actorId":"alice","actorDisplayName":"Alice Example","timestamp":1795447206,"message":"{file}","messageParameters":{"actor":{"type":"user",
            "id":"alice","name":"Alice Example"},"file":{"type":"file","id":"113","name":"hello.txt","size":"23","path":"hello.txt",
            "link":"http://127.0.0.1:8080/f/113","mimetype":"text/plain"}},"systemMessage":"","messageType":"comment","isReplyable":true,
            "referenceId":"","reactions":[],"markdown":true}]}}
            """
        );

        var message = Assert.Single((await Chat.ReadAsync(Alice, project, null, 1, Token)).Messages);

        Assert.Equal("hello.txt", message.Text);
        Assert.Equal([new ChatFile("113", "hello.txt", "hello.txt", "text/plain")], message.Files);
        Assert.Empty(message.Reactions);
        Assert.Equal(82, message.Thread);
    }

    private void AssertSent(string json) =>
        Assert.True(
            JsonElement.DeepEquals(
                JsonDocument.Parse(json).RootElement,
                JsonDocument.Parse(Cloud.LastRequest.BodyText).RootElement
            ),
            Cloud.LastRequest.BodyText
        );
}
