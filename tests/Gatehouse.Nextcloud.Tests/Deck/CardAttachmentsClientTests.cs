using Gatehouse.Nextcloud.Deck;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files;

namespace Gatehouse.Nextcloud.Tests.Deck;

public sealed class CardAttachmentsClientTests : CloudTest
{
    private const string List = "/index.php/apps/deck/api/v1.1/boards/0/stacks/0/cards/11/attachments";

    private CardAttachmentsClient Attachments => new(Transport);

    [Fact]
    public async Task Attachments_are_listed_with_their_files_and_taken_away()
    {
        Cloud.Play("deck", "56-attachments-v1.1", List).Play("deck", "58-attachment-delete-v1.1", List + "/file/10");

        var attachment = Assert.Single(await Attachments.ListAsync(Alice, 11, Token));
        await Attachments.DetachAsync(Alice, 11, attachment.Type, attachment.Id, Token);

        Assert.Equal(new CardAttachment(10, "file", "n.txt", "/Deck/n.txt", 203, 5, "text/plain", "alice"), attachment);
    }

    [Fact]
    public async Task A_file_is_attached_by_sharing_it_with_the_card()
    {
        Cloud.Play("shares", "01-create-user-share");

        var attachment = await Attachments.AttachAsync(Alice, 11, FilePath.Parse("/Projects/hello.txt"), Token);

        Assert.Equal((1L, "file", "hello.txt"), (attachment.Id, attachment.Type, attachment.Name));
        SentJson.AssertSame(
            """{"path":"/Projects/hello.txt","shareType":12,"shareWith":"11","permissions":1}""",
            Cloud.LastRequest.BodyText
        );
    }

    [Fact]
    public async Task A_file_that_is_not_there_cannot_be_attached()
    {
        Cloud.Play("shares", "07-create-share-missing-path-404");

        var error = await ErrorOf(() => Attachments.AttachAsync(Alice, 11, FilePath.Parse("/nope.txt"), Token));

        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
    }
}
