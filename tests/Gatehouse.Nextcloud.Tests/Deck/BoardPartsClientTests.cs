using Gatehouse.Nextcloud.Deck;
using Gatehouse.Nextcloud.Errors;

namespace Gatehouse.Nextcloud.Tests.Deck;

public sealed class BoardPartsClientTests : CloudTest
{
    private const string Stacks = "/index.php/apps/deck/api/v1.0/boards/2/stacks";

    private BoardPartsClient Parts => new(Transport);

    [Fact]
    public async Task Lists_come_in_their_order()
    {
        Cloud.Play("deck", "14-stacks").Play("deck", "17-stacks-archived");

        var stacks = await Parts.ListStacksAsync(Alice, 2, archivedCards: false, Token);
        var archived = await Parts.ListStacksAsync(Alice, 2, archivedCards: true, Token);

        Assert.Equal([(9L, "To do"), (10L, "Done")], stacks.Select(s => (s.Id, s.Title)));
        Assert.Equal(["Backlog", "Done"], archived.Select(s => s.Title));
        Assert.All(stacks, s => Assert.Empty(s.Cards));
    }

    [Fact]
    public async Task Cards_of_a_list_know_their_board_and_come_in_their_order_without_the_deleted_ones()
    {
        const string card =
            "\"stackId\":9,\"type\":\"plain\",\"owner\":{\"uid\":\"alice\"},\"archived\":false,\"done\":null,\"duedate\":null,\"labels\":[],\"assignedUsers\":[]";
        Cloud.Answer(
            "GET",
            Stacks,
            200,
            "application/json",
            $$"""
            [{"id":9,"title":"To do","boardId":2,"deletedAt":0,"order":1,"cards":[
            {"id":2,"title":"second","order":5,"deletedAt":0,{{card}}},{"id":3,"title":"gone","order":2,"deletedAt":9,{{card}}},
            {"id":1,"title":"first","order":1,"deletedAt":0,{{card}}}]}]
            """
        );

        var stacks = await Parts.ListStacksAsync(Alice, 2, archivedCards: false, Token);

        Assert.Equal([(1L, 2L), (2L, 2L)], Assert.Single(stacks).Cards.Select(c => (c.Id, c.BoardId!.Value)));
        Assert.Equal("/index.php/apps/deck/board/2/card/1", stacks[0].Cards[0].WebPath);
    }

    [Fact]
    public async Task A_list_is_created_renamed_and_deleted()
    {
        Cloud
            .Play("deck", "12-stack-create")
            .Play("deck", "15-stack-get")
            .Play("deck", "16-stack-update")
            .Play("deck", "60-stack-delete", Stacks + "/9");

        var created = await Parts.CreateStackAsync(Alice, 2, "To do", 1, Token);
        SentJson.AssertAsRecorded("deck", "12-stack-create", Cloud.LastRequest);
        var renamed = await Parts.UpdateStackAsync(Alice, 2, created.Id, "Backlog", order: null, Token);
        SentJson.AssertAsRecorded("deck", "16-stack-update", Cloud.LastRequest);
        await Parts.DeleteStackAsync(Alice, 2, created.Id, Token);

        Assert.Equal("Backlog", renamed.Title);
        Assert.Equal(1, renamed.Order);
    }

    [Fact]
    public async Task A_label_is_created_changed_and_deleted()
    {
        Cloud
            .Play("deck", "37-label-create")
            .Play("deck", "39-label-get")
            .Play("deck", "40-label-update")
            .Play("deck", "41-label-delete");

        var created = await Parts.CreateLabelAsync(Alice, 2, "urgent", "ff0000", Token);
        SentJson.AssertAsRecorded("deck", "37-label-create", Cloud.LastRequest);
        var changed = await Parts.UpdateLabelAsync(Alice, 2, created.Id, "very urgent", "00ff00", Token);
        SentJson.AssertAsRecorded("deck", "40-label-update", Cloud.LastRequest);
        await Parts.DeleteLabelAsync(Alice, 2, created.Id, Token);

        Assert.Equal(new BoardLabel(15, "very urgent", "00ff00"), changed);
    }

    [Fact]
    public async Task A_label_whose_title_is_taken_is_refused()
    {
        Cloud.Play("deck", "38-label-create-dup");

        var error = await ErrorOf(() => Parts.CreateLabelAsync(Alice, 2, "urgent", "ff0000", Token));

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.Contains("title must be unique", error.Cause, StringComparison.Ordinal);
    }
}
