using Gatehouse.Nextcloud.Deck;

namespace Gatehouse.Nextcloud.Tests.Deck;

public sealed class CardCommentsClientTests : CloudTest
{
    private CardCommentsClient Comments => new(Transport);

    [Fact]
    public async Task Comments_are_written_listed_changed_and_deleted()
    {
        Cloud
            .Play("deck", "47-comment-create")
            .Play("deck", "48-comment-list")
            .Play("deck", "49-comment-update")
            .Play("deck", "50-comment-delete");

        var created = await Comments.CreateAsync(Alice, 11, "Hi @bob", replyTo: null, Token);
        SentJson.AssertSame("""{"message":"Hi @bob"}""", Cloud.LastRequest.BodyText);
        var listed = await Comments.ListAsync(Alice, 11, 20, 0, Token);
        var changed = await Comments.UpdateAsync(Alice, 11, created.Id, "edited", Token);
        SentJson.AssertAsRecorded("deck", "49-comment-update", Cloud.LastRequest);
        await Comments.DeleteAsync(Alice, 11, created.Id, Token);

        Assert.Equal([created], listed);
        Assert.Equal(
            new CardComment(
                2,
                11,
                "Hi @bob",
                "alice",
                "Alice Example",
                new DateTimeOffset(2026, 11, 23, 15, 19, 59, TimeSpan.Zero),
                null
            ),
            created
        );
        Assert.Equal("edited", changed.Message);
    }
}
