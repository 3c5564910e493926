using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;

namespace Gatehouse.Nextcloud.Tools.Tests.Talk;

public sealed class ConversationToolsTests : ToolTest
{
    private const string Rooms = "/ocs/v2.php/apps/spreed/api/v4/room";
    private const string AllRooms = Rooms + "?noStatusUpdate=1";

    [Fact]
    public async Task Conversations_are_listed_with_what_the_other_tools_need()
    {
        Cloud.Play("talk", "01-rooms", AllRooms);
        await using var alice = await AliceAsync("talk.read");

        var answer = await CallAsync(alice, "list_conversations", new { });

        var news = Items(answer).Single(c => Text(c, "kind") == "news");
        Assert.Equal("j7i5ejv6", Text(news, "conversation"));
        Assert.Equal(57, news.GetProperty("unread").GetInt32());
        Assert.True(news.GetProperty("readOnly").GetBoolean());
        Assert.Equal("2026-11-23T16:20:04+01:00", Text(news, "lastActivity"));
        Assert.StartsWith("Talk updates ✅: ## New in Talk 22", Text(news, "lastMessage"), StringComparison.Ordinal);
        Assert.Equal(Cloud.Address + "/index.php/call/j7i5ejv6", Text(news, "link"));
        Assert.Contains(Items(answer), c => Text(c, "kind") == "note_to_self");
    }

    [Fact]
    public async Task Conversations_come_in_pages_that_leave_out_and_repeat_nothing()
    {
        Cloud.Play("talk", "01-rooms", AllRooms);
        await using var alice = await AliceAsync("talk.read");

        var all = await CallAsync(alice, "list_conversations", new { });
        List<string> paged = [];
        string? cursor = null;
        do
        {
            var page = cursor is null
                ? await CallAsync(alice, "list_conversations", new { limit = 1 })
                : await CallAsync(alice, "list_conversations", new { limit = 1, cursor });
            paged.Add(Text(Assert.Single(Items(page)), "conversation"));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        } while (cursor is not null);

        Assert.True(paged.Count > 1);
        Assert.Equal(Items(all).Select(c => Text(c, "conversation")), paged);
    }

    [Fact]
    public async Task Conversations_are_found_by_name_and_by_being_unread()
    {
        Cloud.Play("talk", "01-rooms", AllRooms);
        await using var alice = await AliceAsync("talk.read");

        var named = await CallAsync(alice, "list_conversations", new { query = "NOTE TO" });
        var unread = await CallAsync(alice, "list_conversations", new { unread = true, fields = new[] { "unread" } });

        Assert.Equal("Note to self", Text(Assert.Single(Items(named)), "name"));
        Assert.NotEmpty(Items(unread));
        Assert.All(Items(unread), c => Assert.True(c.GetProperty("unread").GetInt32() > 0));
        Assert.All(Items(unread), c => Assert.Single(c.EnumerateObject()));
    }

    [Fact]
    public async Task Participants_are_listed_in_pages()
    {
        Cloud.Play("talk", "10-participants");
        await using var alice = await AliceAsync("talk.read");

        var first = await CallAsync(alice, "list_participants", new { conversation = "aibsbiza", limit = 1 });
        var cursor = Text(first, "nextCursor");
        var second = await CallAsync(
            alice,
            "list_participants",
            new
            {
                conversation = "aibsbiza",
                limit = 1,
                cursor,
            }
        );

        var owner = Assert.Single(first.GetProperty("participants").EnumerateArray());
        Assert.Equal(
            ("alice", "Alice Example", "owner"),
            (Text(owner, "id"), Text(owner, "name"), Text(owner, "role"))
        );
        Assert.Equal("bob", Text(Assert.Single(second.GetProperty("participants").EnumerateArray()), "id"));
        Assert.False(second.TryGetProperty("nextCursor", out _));
    }

    [Fact]
    public async Task A_name_in_the_place_of_a_token_is_explained()
    {
        await using var alice = await AliceAsync("talk.read");

        var text = await ErrorAsync(alice, "list_participants", new { conversation = "Project X" });

        Assert.Contains("'conversation'", text, StringComparison.Ordinal);
        Assert.Contains("list_conversations", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_that_is_not_there_is_said_so()
    {
        Cloud.Play("talk", "08-room-404", Rooms + "/nope1234/participants");
        await using var alice = await AliceAsync("talk.read");

        var text = await ErrorAsync(alice, "list_participants", new { conversation = "nope1234" });

        Assert.Contains("it is not there", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_and_no_name_is_the_private_conversation_with_them()
    {
        Cloud.Play("talk", "04-create-one2one-again");
        await using var alice = await AliceAsync("talk.write");

        var answer = await CallAsync(alice, "create_conversation", new { people = new[] { "bob" } });

        var conversation = answer.GetProperty("conversation");
        Assert.Equal(("5q6db9ga", "one_to_one"), (Text(conversation, "conversation"), Text(conversation, "kind")));
        Assert.Equal("""{"roomType":1,"invite":"bob"}""", Cloud.LastRequest.BodyText);
    }

    [Fact]
    public async Task A_group_is_made_with_its_people_and_says_who_could_not_be_added()
    {
        Cloud
            .Play("talk", "03-create-group")
            .Play("talk", "09-add-participant")
            .Play("talk", "05-create-unknown-user", Rooms + "/aibsbiza/participants");
        await using var alice = await AliceAsync("talk.write");

        var answer = await CallAsync(
            alice,
            "create_conversation",
            new { name = "Project X", people = new[] { "bob", "nobody" } }
        );

        Assert.Equal("Project X", Text(answer.GetProperty("conversation"), "name"));
        Assert.Equal(["bob"], answer.GetProperty("added").EnumerateArray().Select(a => a.GetString()));
        Assert.Equal("nobody", Text(Assert.Single(answer.GetProperty("notAdded").EnumerateArray()), "id"));
    }

    [Fact]
    public async Task A_group_needs_a_name()
    {
        await using var alice = await AliceAsync("talk.write");

        var text = await ErrorAsync(alice, "create_conversation", new { people = new[] { "bob", "carol" } });

        Assert.Contains("'name'", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_of_people_are_added()
    {
        Cloud.Play("talk", "09-add-participant");
        await using var alice = await AliceAsync("talk.write");

        await CallAsync(
            alice,
            "add_participants",
            new
            {
                conversation = "aibsbiza",
                ids = new[] { "team" },
                source = "groups",
            }
        );

        Assert.Equal("""{"newParticipant":"team","source":"groups"}""", Cloud.LastRequest.BodyText);
    }

    [Fact]
    public async Task Who_may_not_add_anybody_is_told_so_for_each()
    {
        Cloud
            .Play("talk", "27-rename-as-bob-403", Rooms + "/aibsbiza")
            .Answer(
                "POST",
                Rooms + "/aibsbiza/participants",
                403,
                "application/json",
                """{"ocs":{"meta":{"status":"failure","statuscode":403,"message":""},"data":[]}}"""
            );
        await using var alice = await AliceAsync("talk.write");

        var answer = await CallAsync(
            alice,
            "add_participants",
            new { conversation = "aibsbiza", ids = new[] { "carol" } }
        );

        Assert.Empty(answer.GetProperty("added").EnumerateArray());
        Assert.Contains(
            "not allowed",
            Text(Assert.Single(answer.GetProperty("notAdded").EnumerateArray()), "why"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_conversation_is_marked_as_read_only_when_asked()
    {
        Cloud.Play("talk", "24-mark-read");
        await using var alice = await AliceAsync("talk.write");

        await CallAsync(alice, "mark_chat_read", new { conversation = "aibsbiza", message = 76 });
        Assert.Equal("""{"lastReadMessage":76}""", Cloud.LastRequest.BodyText);
        await CallAsync(alice, "mark_chat_read", new { conversation = "aibsbiza" });

        Assert.Equal("{}", Cloud.LastRequest.BodyText);
    }

    private static JsonElement[] Items(JsonElement answer) => [.. answer.GetProperty("conversations").EnumerateArray()];

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
