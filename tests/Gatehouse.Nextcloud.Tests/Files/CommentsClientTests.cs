using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files.Comments;

namespace Gatehouse.Nextcloud.Tests.Files;

public sealed class CommentsClientTests : CloudTest
{
    private CommentsClient Comments => new(Transport);

    [Fact]
    public async Task Comments_are_listed_with_who_wrote_them_and_whom_they_mention()
    {
        Cloud.Play("comments", "02-list-report");

        var comment = Assert.Single(await Comments.ListAsync(Alice, 113, 20, 0, Token));

        Assert.Equal((1, "Looks good @bob"), (comment.Id, comment.Message));
        Assert.Equal(("alice", "Alice Example"), (comment.Author, comment.AuthorName));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 15, 19, 38, TimeSpan.Zero), comment.Created);
        Assert.False(comment.IsUnread);
        Assert.Equal(["bob"], comment.Mentions);
        Assert.Contains("<oc:limit>20</oc:limit>", Cloud.LastRequest.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_is_written_and_its_id_read()
    {
        Cloud.Play("comments", "01-create");

        Assert.Equal(1, await Comments.CreateAsync(Alice, 113, "Looks good @bob", Token));

        Assert.Equal(
            """{"actorType":"users","verb":"comment","message":"Looks good @bob"}""",
            Cloud.LastRequest.BodyText
        );
    }

    [Fact]
    public async Task A_comment_that_is_too_long_says_how_long_one_may_be()
    {
        Cloud.Play("comments", "06-too-long-400");

        var error = await ErrorOf(() => Comments.CreateAsync(Alice, 113, new string('x', 1001), Token));

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.Contains("1000", error.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_somebody_else_has_no_comments()
    {
        Cloud.Play("comments", "07-other-user-404");

        Assert.Equal(
            NextcloudErrorKind.NotFound,
            (await ErrorOf(() => Comments.CreateAsync(Bob, 113, "hi", Token))).Kind
        );
    }

    [Fact]
    public async Task A_comment_is_changed_and_deleted_once()
    {
        Cloud.Play("comments", "04-update").Play("comments", "08-delete").Play("comments", "09-delete-404");

        await Comments.UpdateAsync(Alice, 113, 1, "a < b", Token);
        Assert.Contains("<oc:message>a &lt; b</oc:message>", Cloud.LastRequest.BodyText, StringComparison.Ordinal);
        await Comments.DeleteAsync(Alice, 113, 1, Token);
        Assert.Equal(
            NextcloudErrorKind.NotFound,
            (await ErrorOf(() => Comments.DeleteAsync(Alice, 113, 1, Token))).Kind
        );
    }
}
