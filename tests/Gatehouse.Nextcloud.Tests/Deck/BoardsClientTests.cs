using Gatehouse.Nextcloud.Deck;
using Gatehouse.Nextcloud.Errors;

namespace Gatehouse.Nextcloud.Tests.Deck;

public sealed class BoardsClientTests : CloudTest
{
    private BoardsClient Boards => new(Transport);

    [Fact]
    public async Task All_boards_come_with_lists_labels_and_people_in_one_request()
    {
        Cloud.Play("deck", "02-boards-details");

        var board = Assert.Single(await Boards.ListAsync(Alice, Token));

        Assert.Equal("Welcome to Nextcloud Deck!", board.Title);
        Assert.Equal("alice", board.Owner.Id);
        Assert.Equal(
            ["Custom lists - click to rename!", "To Do", "In Progress", "Done"],
            board.Stacks.Select(s => s.Title)
        );
        Assert.Equal(
            ["Finished", "To review", "Action needed", "Later", "Read more inside"],
            board.Labels.Select(l => l.Title)
        );
        Assert.Equal([new DeckUser("alice", "Alice Example")], board.Users);
        Assert.True(board.CanEdit);
        Assert.True(board.CanManage);
        Assert.Equal("/index.php/apps/deck/board/1", board.WebPath);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1795447197), board.Modified);
    }

    [Fact]
    public async Task Nothing_asks_for_what_changed_since_a_time_because_Deck_fails_at_it()
    {
        Cloud.Play("deck", "02-boards-details");

        await Boards.ListAsync(Alice, Token);

        Assert.Null(Cloud.LastRequest.Header("If-Modified-Since"));
    }

    [Fact]
    public async Task A_shared_board_says_with_whom_and_what_they_may()
    {
        Cloud.Play("deck", "44-bob-reads");

        var board = await Boards.GetAsync(Bob, 2, Token);

        Assert.False(board.CanEdit);
        Assert.False(board.CanManage);
        Assert.Equal([new BoardMember(1, new DeckUser("bob", "Bob Example"), false, false, false)], board.Members);
        Assert.Equal(["Backlog", "Done"], board.Stacks.Select(s => s.Title));
    }

    [Fact]
    public async Task A_board_is_created_as_recorded()
    {
        Cloud.Play("deck", "04-board-create");

        var board = await Boards.CreateAsync(Alice, "Roadmap", "ff0000", Token);

        Assert.Equal(2, board.Id);
        Assert.Equal(4, board.Labels.Count);
        SentJson.AssertAsRecorded("deck", "04-board-create", Cloud.LastRequest);
    }

    [Fact]
    public async Task A_change_of_a_board_sends_what_stays_as_well()
    {
        Cloud.Play("deck", "07-board-get").Play("deck", "11-board-update");

        var board = await Boards.UpdateAsync(Alice, 2, new BoardChange("Roadmap 2027", "00ff00"), Token);

        Assert.Equal("Roadmap 2027", board.Title);
        SentJson.AssertAsRecorded("deck", "11-board-update", Cloud.LastRequest);
    }

    [Theory]
    [InlineData("05-board-create-bad-color", "color cannot be longer than 6 characters")]
    [InlineData("06-board-create-no-title", "title must be provided and must be not empty")]
    public async Task What_Deck_does_not_take_is_refused_with_its_words(string name, string words)
    {
        Cloud.Play("deck", name);

        var error = await ErrorOf(() => Boards.CreateAsync(Alice, "x", "zzzzzzzzz", Token));

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.Contains(words, error.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("09-board-404")]
    [InlineData("62-board-get-deleted")]
    public async Task A_board_that_is_not_there_is_not_found_although_Deck_says_forbidden(string name)
    {
        Cloud.Play("deck", name, "/index.php/apps/deck/api/v1.0/boards/9999");

        var error = await ErrorOf(() => Boards.GetAsync(Alice, 9999, Token));

        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
        Assert.Equal(403, error.Status);
    }

    [Fact]
    public async Task A_board_that_may_only_be_read_cannot_be_changed()
    {
        Cloud.Play("deck", "44-bob-reads").Play("deck", "45-bob-edit-denied");

        var error = await ErrorOf(() => Boards.UpdateAsync(Bob, 2, new BoardChange("hack"), Token));

        Assert.Equal(NextcloudErrorKind.Forbidden, error.Kind);
        Assert.Contains("may not change it", error.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_is_shared_and_deleted()
    {
        Cloud.Play("deck", "42-acl-add-bob").Play("deck", "61-board-delete");

        var member = await Boards.ShareAsync(Alice, 2, "bob", canEdit: true, Token);
        SentJson.AssertAsRecorded("deck", "42-acl-add-bob", Cloud.LastRequest);
        await Boards.DeleteAsync(Alice, 2, Token);

        Assert.Equal(new BoardMember(1, new DeckUser("bob", "Bob Example"), true, false, false), member);
    }
}
