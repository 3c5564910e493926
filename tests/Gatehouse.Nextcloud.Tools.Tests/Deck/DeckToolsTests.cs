using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;

namespace Gatehouse.Nextcloud.Tools.Tests.Deck;

public sealed class DeckToolsTests : ToolTest
{
    private const string Api = "/index.php/apps/deck/api/v1.0/boards";
    private const string Ocs = "/ocs/v2.php/apps/deck/api/v1.0";
    private const string Read = Api + "/0/stacks/0/cards/11";
    private const string Write = Api + "/0/stacks/9/cards/11";

    [Fact]
    public async Task Boards_are_listed_with_the_ids_a_card_needs()
    {
        Cloud.Play("deck", "02-boards-details");
        await using var alice = await AliceAsync("deck.read");

        var board = (await CallAsync(alice, "list_boards", new { })).GetProperty("boards")[0];

        Assert.Equal("Welcome to Nextcloud Deck!", board.GetProperty("title").GetString());
        Assert.Equal(2, board.GetProperty("lists")[1].GetProperty("id").GetInt32());
        Assert.Equal("To review", board.GetProperty("labels")[1].GetProperty("title").GetString());
        Assert.Equal("alice", board.GetProperty("people")[0].GetString());
        Assert.Equal(Cloud.Address + "/index.php/apps/deck/board/1", board.GetProperty("link").GetString());
        Assert.False(board.TryGetProperty("archived", out _));
    }

    [Fact]
    public async Task Only_the_fields_that_were_asked_for_are_answered()
    {
        Cloud.Play("deck", "02-boards-details");
        await using var alice = await AliceAsync("deck.read");

        var answer = await CallAsync(alice, "list_boards", new { fields = new[] { "id", "title" } });

        Assert.Equal("""{"id":1,"title":"Welcome to Nextcloud Deck!"}""", answer.GetProperty("boards")[0].GetRawText());
    }

    [Fact]
    public async Task Cards_of_a_board_are_filtered_and_come_in_pages()
    {
        Cloud.Answer("GET", Api + "/2/stacks", 200, "application/json", Stacks());
        await using var alice = await AliceAsync("deck.read");

        var all = await CallAsync(alice, "list_cards", new { board = 2, limit = 2 });
        var rest = await CallAsync(
            alice,
            "list_cards",
            new
            {
                board = 2,
                limit = 2,
                cursor = all.GetProperty("nextCursor").GetString(),
            }
        );

        Assert.Equal(["one", "two"], Titles(all));
        Assert.Equal(["three"], Titles(rest));
        Assert.False(rest.TryGetProperty("nextCursor", out _));
        Assert.Equal("bob", all.GetProperty("cards")[1].GetProperty("assignees")[0].GetString());
        Assert.Equal(6, all.GetProperty("cards")[0].GetProperty("labels")[0].GetProperty("id").GetInt32());
        Assert.Equal(["three"], Titles(await CallAsync(alice, "list_cards", new { board = 2, done = true })));
        Assert.Equal(["three"], Titles(await CallAsync(alice, "list_cards", new { board = 2, list = 10 })));
        Assert.Equal(
            Cloud.Address + "/index.php/apps/deck/board/2/card/1",
            all.GetProperty("cards")[0].GetProperty("link").GetString()
        );
    }

    [Fact]
    public async Task Archived_cards_a_search_and_what_is_due_are_lists_as_well()
    {
        Cloud
            .Play("deck", "17-stacks-archived")
            .Play("deck", "52-search", Ocs + "/search?term=docs&limit=500")
            .Play("deck", "51-overview-upcoming");
        await using var alice = await AliceAsync("deck.read");

        Assert.Empty(Titles(await CallAsync(alice, "list_cards", new { board = 2, archived = true })));
        Assert.Equal(["Write the docs"], Titles(await CallAsync(alice, "list_cards", new { query = "docs" })));
        Assert.NotEmpty(Titles(await CallAsync(alice, "list_cards", new { })));
        Assert.Contains(
            "give a board",
            await ErrorAsync(alice, "list_cards", new { archived = true }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_board_that_is_not_there_says_so()
    {
        Cloud.Play("deck", "09-board-404", Api + "/9999/stacks");
        await using var alice = await AliceAsync("deck.read");

        Assert.Contains(
            "not there",
            await ErrorAsync(alice, "list_cards", new { board = 9999 }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_card_is_read_in_one_request_with_its_time_in_the_persons_zone()
    {
        Cloud.Play("deck", "22-card-get", Read);
        await using var alice = await AliceAsync("deck.read");

        var answer = await CallAsync(alice, "read_card", new { card = 11 });

        Assert.Equal("**md**", answer.GetProperty("description").GetString());
        Assert.Equal("2026-12-24T19:00:00+01:00", answer.GetProperty("card").GetProperty("due").GetString());
        Assert.Equal(0, answer.GetProperty("comments").GetArrayLength());
    }

    [Fact]
    public async Task A_card_with_comments_and_attachments_is_read_with_both()
    {
        Cloud
            .Answer("GET", Read, 200, "application/json", Card(11, "c", "\"commentsCount\":1,\"attachmentCount\":1,"))
            .Play("deck", "48-comment-list", Ocs + "/cards/11/comments?limit=50&offset=0")
            .Play(
                "deck",
                "56-attachments-v1.1",
                "/index.php/apps/deck/api/v1.1/boards/0/stacks/0/cards/11/attachments"
            );
        await using var alice = await AliceAsync("deck.read");

        var answer = await CallAsync(alice, "read_card", new { card = 11 });

        Assert.Equal("Hi @bob", answer.GetProperty("comments")[0].GetProperty("text").GetString());
        Assert.Equal("/Deck/n.txt", answer.GetProperty("attachments")[0].GetProperty("path").GetString());
    }

    [Fact]
    public async Task A_card_is_created_with_a_due_date_labels_and_people()
    {
        Cloud
            .Play("deck", "18-card-create", Api + "/0/stacks/9/cards")
            .Play("deck", "27-card-assign-label", Write + "/assignLabel")
            .Play("deck", "28-card-assign-user", Write + "/assignUser")
            .Play("deck", "22-card-get", Read);
        await using var alice = await AliceAsync("deck.write");

        var card = await CallAsync(
            alice,
            "set_card",
            new
            {
                list = 9,
                title = "Write docs",
                due = "2026-12-24T19:00",
                labels = new[] { 6 },
                assignees = new[] { "alice" },
            }
        );

        Assert.Equal(11, card.GetProperty("id").GetInt32());
        var sent = JsonElement.Parse(Cloud.Requests.First(r => r.Method == "POST").BodyText);
        Assert.Equal("2026-12-24T19:00:00+01:00", sent.GetProperty("duedate").GetString());
    }

    [Theory]
    [InlineData("20-card-create-empty-title", "title must be provided")]
    [InlineData("23-card-404", "may not change it")]
    public async Task What_Deck_refuses_comes_with_its_words(string name, string words)
    {
        Cloud.Play("deck", name, Api + "/0/stacks/9/cards");
        Cloud.Answer(
            "POST",
            Api + "/0/stacks/9/cards",
            name.StartsWith("23", StringComparison.Ordinal) ? 403 : 400,
            "application/json",
            """{"status":400,"message":"title must be provided and must be not empty"}"""
        );
        await using var alice = await AliceAsync("deck.write");

        Assert.Contains(
            words,
            await ErrorAsync(alice, "set_card", new { list = 9, title = "x" }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_card_is_changed_with_the_etag_of_its_reading_and_returns_the_next_one()
    {
        Cloud.Play("deck", "22-card-get", Read).Play("deck", "24-card-update-full", Write);
        await using var alice = await AliceAsync("deck.write");
        var etag = await EtagAsync(alice);

        var card = await CallAsync(
            alice,
            "set_card",
            new
            {
                card = 11,
                etag,
                title = "Write the docs",
                description = "new",
                due = "",
            }
        );

        Assert.NotEqual(etag, card.GetProperty("etag").GetString());
        Assert.False(card.TryGetProperty("due", out _));
    }

    [Fact]
    public async Task A_card_that_changed_is_shown_and_not_written()
    {
        Cloud.Play("deck", "34-card-get-via-old-stack", Read);
        await using var alice = await AliceAsync("deck.write");

        foreach (var tool in new[] { "set_card", "delete_card" })
        {
            object arguments =
                tool == "set_card"
                    ? new
                    {
                        card = 11,
                        etag = "0123",
                        done = true,
                    }
                    : new { card = 11, etag = "0123" };
            var error = await ErrorAsync(alice, tool, arguments);
            Assert.Contains("'Write the docs' in list 9", error, StringComparison.Ordinal);
            Assert.Contains($"Current etag: {await EtagAsync(alice)}", error, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Cloud.Requests, r => r.Method is "PUT" or "DELETE");
    }

    [Fact]
    public async Task A_card_that_is_not_there_is_neither_read_changed_nor_deleted()
    {
        Cloud.Play("deck", "23-card-404", Read);
        await using var alice = await AliceAsync();

        Assert.Contains("not there", await ErrorAsync(alice, "read_card", new { card = 11 }), StringComparison.Ordinal);
        Assert.Contains(
            "not there",
            await ErrorAsync(
                alice,
                "set_card",
                new
                {
                    card = 11,
                    etag = "x",
                    title = "y",
                }
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "not there",
            await ErrorAsync(alice, "delete_card", new { card = 11, etag = "x" }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_change_of_nothing_is_refused_before_anything_is_asked()
    {
        await using var alice = await AliceAsync("deck.write");

        Assert.Contains(
            "nothing to change",
            await ErrorAsync(alice, "set_card", new { card = 11, etag = "x" }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_card_is_deleted()
    {
        Cloud.Play("deck", "22-card-get", Read).Play("deck", "59-card-delete", Write);
        await using var alice = await AliceAsync("deck.write");

        var gone = await CallAsync(alice, "delete_card", new { card = 11, etag = await EtagAsync(alice) });

        Assert.Equal("Write docs", gone.GetProperty("what").GetString());
    }

    [Fact]
    public async Task Comments_are_written_changed_and_removed()
    {
        Cloud.Play("deck", "47-comment-create").Play("deck", "49-comment-update").Play("deck", "50-comment-delete");
        await using var alice = await AliceAsync("deck.write");

        var written = await CallAsync(alice, "comment_card", new { card = 11, text = "Hi @bob" });
        var changed = await CallAsync(
            alice,
            "comment_card",
            new
            {
                card = 11,
                text = "edited",
                comment = 2,
            }
        );
        await CallAsync(alice, "delete_card", new { card = 11, comment = 2 });

        Assert.Equal(2, written.GetProperty("id").GetInt32());
        Assert.Equal("edited", changed.GetProperty("text").GetString());
        Assert.Contains(
            "at most 1000",
            await ErrorAsync(alice, "comment_card", new { card = 11, text = new string('x', 1001) }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Attachments_are_shared_files_and_taken_away_by_their_id()
    {
        const string list = "/index.php/apps/deck/api/v1.1/boards/0/stacks/0/cards/11/attachments";
        Cloud
            .Play("shares", "01-create-user-share")
            .Play("deck", "56-attachments-v1.1", list)
            .Play("deck", "58-attachment-delete-v1.1", list + "/file/10");
        await using var alice = await AliceAsync("deck.write files.read");

        await CallAsync(alice, "attach_to_card", new { card = 11, path = "/Projects/hello.txt" });
        await CallAsync(alice, "delete_card", new { card = 11, attachment = 10 });

        Assert.Contains(
            "It has: 10 (n.txt)",
            await ErrorAsync(alice, "delete_card", new { card = 11, attachment = 7 }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "'etag' is not valid",
            await ErrorAsync(alice, "delete_card", new { card = 11 }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Attaching_belongs_to_Deck_and_needs_to_read_files_as_well()
    {
        Assert.Equal("deck", NextcloudApps.Of(Host.Find("attach_to_card")!)?.Name);
        await using var alice = await AliceAsync("deck.write");

        Assert.Contains(
            "files.read",
            await ErrorAsync(alice, "attach_to_card", new { card = 11, path = "/x" }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Boards_lists_and_labels_are_created_and_changed()
    {
        Cloud
            .Play("deck", "04-board-create")
            .Play("deck", "42-acl-add-bob")
            .Play("deck", "07-board-get")
            .Play("deck", "11-board-update")
            .Play("deck", "12-stack-create")
            .Play("deck", "15-stack-get")
            .Play("deck", "16-stack-update")
            .Play("deck", "37-label-create")
            .Play("deck", "39-label-get")
            .Play("deck", "40-label-update");
        await using var alice = await AliceAsync("deck.write");

        var board = await CallAsync(
            alice,
            "set_board",
            new
            {
                title = "Roadmap",
                color = "#ff0000",
                shareWith = "bob",
            }
        );
        var changed = await CallAsync(alice, "set_board", new { board = 2, title = "Roadmap 2027" });
        var list = await CallAsync(
            alice,
            "set_board",
            new
            {
                board = 2,
                part = "list",
                title = "To do",
            }
        );
        var renamed = await CallAsync(
            alice,
            "set_board",
            new
            {
                board = 2,
                part = "list",
                id = 9,
                title = "Backlog",
            }
        );
        var label = await CallAsync(
            alice,
            "set_board",
            new
            {
                board = 2,
                part = "label",
                title = "urgent",
            }
        );
        var colored = await CallAsync(
            alice,
            "set_board",
            new
            {
                board = 2,
                part = "label",
                id = 15,
                title = "very urgent",
            }
        );

        Assert.Equal(2, board.GetProperty("id").GetInt32());
        SentShare();
        Assert.Equal("Roadmap 2027", changed.GetProperty("title").GetString());
        Assert.Equal("To do", list.GetProperty("title").GetString());
        Assert.Equal("Backlog", renamed.GetProperty("title").GetString());
        Assert.Equal(15, label.GetProperty("id").GetInt32());
        Assert.Equal("very urgent", colored.GetProperty("title").GetString());
        Assert.Contains(
            "hexadecimal",
            await ErrorAsync(alice, "set_board", new { title = "x", color = "red" }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_board_or_a_list_with_cards_is_deleted_only_after_the_person_agreed()
    {
        Cloud
            .Answer("GET", Api + "/2/stacks", 200, "application/json", Stacks())
            .Play("deck", "61-board-delete")
            .Play("deck", "60-stack-delete")
            .Play("deck", "41-label-delete");
        await using var alice = await AliceAsync("deck.write");

        var refusal = await ErrorAsync(alice, "delete_board", new { board = 2 });
        Assert.Contains("3 cards", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain(Cloud.Requests, r => r.Method == "DELETE");
        await CallAsync(alice, "delete_board", new { board = 2, confirmation = CodeIn(refusal) });

        refusal = await ErrorAsync(alice, "delete_board", new { board = 2, list = 10 });
        Assert.Contains("'Done' with 1 cards", refusal, StringComparison.Ordinal);
        await CallAsync(
            alice,
            "delete_board",
            new
            {
                board = 2,
                list = 10,
                confirmation = CodeIn(refusal),
            }
        );
        await CallAsync(alice, "delete_board", new { board = 2, label = 15 });
        Assert.Contains(
            "9 (To do)",
            await ErrorAsync(alice, "delete_board", new { board = 2, list = 77 }),
            StringComparison.Ordinal
        );
    }

    private void SentShare() =>
        Assert.Contains(
            Cloud.Requests,
            r =>
                r.Path.EndsWith("/acl", StringComparison.Ordinal)
                && r.BodyText.Contains("\"participant\":\"bob\"", StringComparison.Ordinal)
        );

    private static string CodeIn(string refusal) => refusal.Split('\'')[^2];

    private async Task<string> EtagAsync(ModelContextProtocol.Client.McpClient alice) =>
        (await CallAsync(alice, "read_card", new { card = 11 })).GetProperty("card").GetProperty("etag").GetString()!;

    private static IEnumerable<string?> Titles(JsonElement cards) =>
        cards.GetProperty("cards").EnumerateArray().Select(c => c.GetProperty("title").GetString());

    private static string Stacks() =>
        $$"""
            [{"id":9,"title":"To do","boardId":2,"deletedAt":0,"order":1,"cards":[
            {{Card(1, "one", "\"labels\":[{\"id\":6,\"title\":\"Urgent\",\"color\":\"\"}],")}},
            {{Card(
                2,
                "two",
                "\"assignedUsers\":[{\"id\":1,\"participant\":{\"uid\":\"bob\",\"displayname\":\"Bob\",\"type\":0},\"type\":0}],"
            )}}]},
            {"id":10,"title":"Done","boardId":2,"deletedAt":0,"order":2,"cards":[
            {{Card(3, "three", "\"done\":\"2026-11-23T15:00:00+00:00\",", list: 10)}}]}]
            """;

    private static string Card(int id, string title, string more, int list = 9) =>
        $$"""{"id":{{id}},"title":"{{title}}","description":"",{{more}}"stackId":{{list}},"type":"plain","owner":"alice","order":{{id}},"archived":false,"deletedAt":0}""";
}
