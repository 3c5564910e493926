using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Deck;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.Deck;

public sealed class CardsClientTests : CloudTest
{
    private const string Api = "/index.php/apps/deck/api/v1.0/boards/0/stacks";
    private const string Read = Api + "/0/cards/11";
    private static readonly DateTimeOffset christmas = new(2026, 12, 24, 18, 0, 0, TimeSpan.Zero);

    private CardsClient Cards => new(Transport);

    [Fact]
    public async Task A_card_is_read_whatever_board_and_list_the_address_names()
    {
        Cloud.Play("deck-move", "09-get-wrong-board-and-stack-still-200", Api + "/0/cards/14");

        var card = await Cards.GetAsync(Alice, 14, Token);

        Assert.Equal(("c", "keep me", 14L), (card.Title, card.Description, card.StackId));
        Assert.Equal(new DateTimeOffset(2026, 12, 24, 0, 0, 0, TimeSpan.Zero), card.Due);
        Assert.Null(card.BoardId);
        Assert.Equal("/index.php/apps/deck/card/14", card.WebPath);
    }

    [Fact]
    public async Task A_card_that_is_not_there_is_not_found()
    {
        Cloud.Play("deck", "23-card-404", Api + "/0/cards/99999");

        Assert.Equal(NextcloudErrorKind.NotFound, (await ErrorOf(() => Cards.GetAsync(Alice, 99999, Token))).Kind);
    }

    [Fact]
    public async Task A_card_is_created_as_recorded()
    {
        Cloud.Play("deck", "18-card-create", Api + "/9/cards");

        var card = await Cards.CreateAsync(
            Alice,
            9,
            new CardDraft("Write docs", "**md**", christmas, Order: 1),
            [],
            [],
            Token
        );

        Assert.Equal((11L, 9L, christmas), (card.Id, card.StackId, card.Due));
        SentJson.AssertSame(
            """{"title":"Write docs","description":"**md**","duedate":"2026-12-24T18:00:00+00:00","order":1}""",
            Cloud.LastRequest.BodyText
        );
    }

    [Fact]
    public async Task A_new_card_gets_labels_and_people()
    {
        Cloud
            .Play("deck", "18-card-create", Api + "/9/cards")
            .Play("deck", "27-card-assign-label", Api + "/9/cards/11/assignLabel")
            .Play("deck", "28-card-assign-user", Api + "/9/cards/11/assignUser")
            .Play("deck", "22-card-get", Read);

        var card = await Cards.CreateAsync(Alice, 9, new CardDraft("Write docs"), [6], ["alice"], Token);

        Assert.Equal("Write docs", card.Title);
        SentJson.AssertAsRecorded("deck", "27-card-assign-label", Cloud.Requests[1]);
        SentJson.AssertAsRecorded("deck", "28-card-assign-user", Cloud.Requests[2]);
        Assert.Equal("GET", Cloud.Requests[3].Method);
    }

    [Theory]
    [InlineData("20-card-create-empty-title", "title must be provided and must be not empty")]
    [InlineData("21-card-create-long-title", "title cannot be longer than 255 characters")]
    public async Task A_title_Deck_does_not_take_is_refused_with_its_words(string name, string words)
    {
        Cloud.Play("deck", name, Api + "/9/cards");

        var error = await ErrorOf(() => Cards.CreateAsync(Alice, 9, new CardDraft(""), [], [], Token));

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.Contains(words, error.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_the_title_sends_text_dates_and_what_nobody_here_knows_back_as_they_came()
    {
        const string odd =
            """{"id":11,"title":"Old","description":"**md**","stackId":9,"type":"text","lastModified":1,"lastEditor":null,"createdAt":1,"labels":[],"assignedUsers":[],"attachments":[],"attachmentCount":0,"owner":{"primaryKey":"alice","uid":"alice","displayname":"Alice Example","type":0},"order":7,"archived":false,"done":"2026-11-23T15:00:00+00:00","duedate":"2026-12-24T18:00:00+00:00","startdate":"2026-12-01T00:00:00+00:00","color":"ff0000","deletedAt":0,"commentsUnread":0,"commentsCount":0,"ETag":"1","overdue":0,"referenceData":null}""";
        Cloud
            .Answer("GET", Read, 200, "application/json", odd)
            .Play("deck", "26-card-update-done", Api + "/9/cards/11");
        var etag = (await Cards.GetAsync(Alice, 11, Token)).ETag;

        await Cards.UpdateAsync(Alice, 11, etag, new CardChange { Title = "New" }, Token);

        SentJson.AssertSame(
            """{"title":"New","description":"**md**","type":"text","owner":"alice","order":7,"done":"2026-11-23T15:00:00+00:00","duedate":"2026-12-24T18:00:00+00:00","startdate":"2026-12-01T00:00:00+00:00","color":"ff0000"}""",
            Cloud.LastRequest.BodyText
        );
    }

    [Fact]
    public async Task A_full_change_is_written_as_recorded_and_returns_a_new_etag()
    {
        Cloud.Play("deck", "22-card-get", Read).Play("deck", "24-card-update-full", Api + "/9/cards/11");
        var etag = (await Cards.GetAsync(Alice, 11, Token)).ETag;

        var card = await Cards.UpdateAsync(
            Alice,
            11,
            etag,
            new CardChange
            {
                Title = "Write the docs",
                Description = "new",
                NoDue = true,
            },
            Token
        );

        Assert.Equal(("Write the docs", "new", null), (card.Title, card.Description, card.Due));
        Assert.NotEqual(etag, card.ETag);
        var sent = Cloud.LastRequest.BodyText;
        SentJson.AssertSame(
            """{"title":"Write the docs","type":"plain","order":1,"description":"new","duedate":null,"owner":"alice","done":null}""",
            sent
        );
    }

    [Fact]
    public async Task A_card_that_changed_is_not_written_and_the_error_says_what_is_there()
    {
        Cloud.Play("deck", "34-card-get-via-old-stack", Read);
        var now = await Cards.GetAsync(Alice, 11, Token);

        var error = await ErrorOf(() =>
            Cards.UpdateAsync(Alice, 11, ETag.Parse("0123456789abcdef"), new CardChange { Title = "x" }, Token)
        );

        Assert.Equal(NextcloudErrorKind.Conflict, error.Kind);
        Assert.Equal(now.ETag, error.CurrentETag);
        Assert.Contains("'Write the docs' in list 9", error.Cause, StringComparison.Ordinal);
        Assert.Contains("new", error.Cause, StringComparison.Ordinal);
        Assert.All(Cloud.Requests, r => Assert.Equal("GET", r.Method));
    }

    [Fact]
    public async Task The_etag_changes_with_what_a_write_would_overwrite_and_not_with_a_neighbour_that_moved()
    {
        Cloud
            .Play("deck", "22-card-get", Read)
            .Play("deck-move", "06-get-still-in-a", Api + "/0/cards/14")
            .Play("deck-move", "08-get-now-in-b", Api + "/0/cards/14");
        var card = await Cards.GetAsync(Alice, 11, Token);

        Card[] changed =
        [
            card with
            {
                Title = "x",
            },
            card with
            {
                Description = "x",
            },
            card with
            {
                StackId = 1,
            },
            card with
            {
                Due = null,
            },
            card with
            {
                Done = christmas,
            },
            card with
            {
                IsArchived = true,
            },
            card with
            {
                Labels = [new(1, "", "")],
            },
            card with
            {
                AssignedUsers = [new("bob", "Bob")],
            },
            card with
            {
                AssignedUsers = [new("bob", "Bob", DeckUserKind.Group)],
            },
        ];
        Assert.Equal(changed.Length + 1, changed.Append(card).Select(c => c.ETag).Distinct().Count());
        Assert.Equal(card.ETag, (card with { Order = 99, Modified = christmas, CommentCount = 4 }).ETag);
        // Deck gave these two states of one card the same ETag.
        Assert.NotEqual((await Cards.GetAsync(Alice, 14, Token)).ETag, (await Cards.GetAsync(Alice, 14, Token)).ETag);
    }

    [Fact]
    public async Task A_move_names_the_list_in_the_address_and_loses_nothing()
    {
        Cloud
            .Play("deck-move", "06-get-still-in-a", Api + "/0/cards/14")
            .Play("deck-move", "08-get-now-in-b", Api + "/0/cards/14")
            .Play("deck-move", "08-get-now-in-b", Api + "/0/cards/14")
            .Play("deck-move", "11-update-with-url-stack-a-moves-back", Api + "/13/cards/14")
            .Play("deck-move", "07-reorder-target-in-url-moves", Api + "/13/cards/14/reorder");
        await Cards.GetAsync(Alice, 14, Token);
        var etag = (await Cards.GetAsync(Alice, 14, Token)).ETag;

        await Cards.UpdateAsync(Alice, 14, etag, new CardChange { StackId = 13, Position = 0 }, Token);

        var put = Cloud.Requests.Single(r =>
            r.Method == "PUT" && !r.Path.EndsWith("reorder", StringComparison.Ordinal)
        );
        SentJson.AssertSame(
            """{"title":"c","description":"keep me","type":"plain","owner":"alice","order":999,"done":null,"duedate":"2026-12-24T00:00:00+00:00"}""",
            put.BodyText
        );
        var reorder = Cloud.Requests.Single(r => r.Path.EndsWith("reorder", StringComparison.Ordinal));
        SentJson.AssertAsRecorded("deck-move", "07-reorder-target-in-url-moves", reorder);
    }

    [Fact]
    public async Task Labels_and_people_become_exactly_those_that_were_asked_for()
    {
        const string body =
            """{"id":11,"title":"t","description":"","stackId":9,"type":"plain","owner":"alice","order":0,"archived":false,"done":null,"duedate":null,"deletedAt":0,"labels":[{"id":5,"title":"Keep","color":""},{"id":6,"title":"Go","color":""}],"assignedUsers":[{"id":1,"participant":{"uid":"alice","displayname":"Alice Example","type":0},"type":0},{"id":2,"participant":{"uid":"team","displayname":"Team","type":1},"type":1}]}""";
        Cloud
            .Answer("GET", Read, 200, "application/json", body)
            .Play("deck", "32-card-remove-label", Api + "/9/cards/11/removeLabel")
            .Play("deck", "27-card-assign-label", Api + "/9/cards/11/assignLabel")
            .Play("deck", "31-card-unassign-user", Api + "/9/cards/11/unassignUser")
            .Play("deck", "28-card-assign-user", Api + "/9/cards/11/assignUser");
        var etag = (await Cards.GetAsync(Alice, 11, Token)).ETag;

        var card = await Cards.UpdateAsync(
            Alice,
            11,
            etag,
            new CardChange { Labels = [5, 7], Assignees = ["bob"] },
            Token
        );

        var writes = Cloud.Requests.Where(r => r.Method == "PUT").Select(r => $"{r.Path.Split('/')[^1]} {r.BodyText}");
        Assert.Equal(
            [
                """removeLabel {"labelId":6}""",
                """assignLabel {"labelId":7}""",
                """unassignUser {"userId":"alice"}""",
                """assignUser {"userId":"bob"}""",
            ],
            writes
        );
        Assert.Contains(card.AssignedUsers, u => u is { Id: "team", Kind: DeckUserKind.Group });
    }

    [Fact]
    public async Task A_person_who_is_not_on_the_board_cannot_be_assigned()
    {
        Cloud
            .Play("deck", "22-card-get", Read)
            .Play("deck", "29-card-assign-user-not-on-board", Api + "/9/cards/11/assignUser");
        var etag = (await Cards.GetAsync(Alice, 11, Token)).ETag;

        var error = await ErrorOf(() =>
            Cards.UpdateAsync(Alice, 11, etag, new CardChange { Assignees = ["bob"] }, Token)
        );

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.Contains("The user is not part of the board", error.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archiving_has_a_route_of_its_own_and_needs_no_other_write()
    {
        Cloud
            .Play("deck", "34-card-get-via-old-stack", Read)
            .Play("deck", "35-card-archive", Api + "/9/cards/11/archive");
        var etag = (await Cards.GetAsync(Alice, 11, Token)).ETag;

        var card = await Cards.UpdateAsync(Alice, 11, etag, new CardChange { IsArchived = true }, Token);

        Assert.True(card.IsArchived);
        Assert.Equal(["GET", "GET", "PUT"], Cloud.Requests.Select(r => r.Method));
    }

    [Fact]
    public async Task A_card_is_deleted_only_as_it_was_read()
    {
        Cloud.Play("deck", "22-card-get", Read).Play("deck", "59-card-delete", Api + "/9/cards/11");
        var etag = (await Cards.GetAsync(Alice, 11, Token)).ETag;

        var error = await ErrorOf(() => Cards.DeleteAsync(Alice, 11, ETag.Parse("stale"), Token));
        var gone = await Cards.DeleteAsync(Alice, 11, etag, Token);

        Assert.Equal(NextcloudErrorKind.Conflict, error.Kind);
        Assert.Equal("Write docs", gone.Title);
        Assert.Single(Cloud.Requests, r => r.Method == "DELETE");
    }

    [Fact]
    public async Task A_search_is_done_by_the_cloud_and_tells_the_board()
    {
        Cloud.Play("deck", "52-search", "/ocs/v2.php/apps/deck/api/v1.0/search?term=docs%20%26&limit=20");

        var card = Assert.Single(await Cards.SearchAsync(Alice, "docs &", 20, Token));

        Assert.Equal(("Write the docs", 2L, 9L), (card.Title, card.BoardId!.Value, card.StackId));
    }

    [Fact]
    public async Task Upcoming_cards_come_from_all_groups_of_the_overview()
    {
        Cloud.Play("deck", "51-overview-upcoming");

        var cards = await Cards.UpcomingAsync(Alice, Token);

        Assert.NotEmpty(cards);
        Assert.Contains(cards, c => c is { Title: "1. Open to learn more about boards and cards", BoardId: 1 });
        var recorded = Recording.Load("deck", "51-overview-upcoming").Response.BodyText;
        Assert.Contains("nodue", recorded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_upcoming_cards_are_an_empty_array_in_PHP()
    {
        Cloud.Answer(
            "GET",
            "/ocs/v2.php/apps/deck/api/v1.0/overview/upcoming",
            200,
            "application/json",
            """{"ocs":{"meta":{"status":"ok","statuscode":200,"message":"OK"},"data":[]}}"""
        );

        Assert.Empty(await Cards.UpcomingAsync(Alice, Token));
    }
}
