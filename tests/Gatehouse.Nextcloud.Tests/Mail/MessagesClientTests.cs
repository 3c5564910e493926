using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Mail;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Nextcloud.Tests.Mail;

public sealed class MessagesClientTests : CloudTest
{
    private const string Api = "/index.php/apps/mail/api/messages";
    private const string List = Api + "?mailboxId=11&limit=2&view=singleton";

    private MessagesClient Messages => new(Transport);

    [Fact]
    public async Task Messages_are_listed_with_flags_and_tags()
    {
        const string tags = """{"$to_do":{"id":1,"displayName":"To do","imapLabel":"$to_do","color":"#ff0000"}}""";
        Cloud.Answer("GET", List, 200, "application/json", $"[{MailAnswers.Message(70, 1795447200, tags)}]");

        var page = await Messages.ListAsync(Alice, new MailQuery { MailboxId = 11, Limit = 2 }, Token);

        var message = Assert.Single(page.Messages);
        Assert.Equal([new Correspondent("bob@example.com", "Bob Example")], message.From);
        Assert.Equal([new Correspondent("alice@example.com", null)], message.To);
        Assert.Equal([new MailTag("$to_do", "To do")], message.Tags);
        Assert.True(message.IsSeen);
        Assert.True(message.IsJunk);
        Assert.Equal("Hello", message.Preview);
        Assert.Equal("/index.php/apps/mail/box/11/thread/70", message.WebPath);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Messages_of_one_second_are_not_lost_between_two_pages()
    {
        var (a, b, c) = (MailAnswers.Message(3, 200), MailAnswers.Message(2, 100), MailAnswers.Message(1, 100));
        Cloud.Answer("GET", List, 200, "application/json", $"[{a},{b}]");
        Cloud.Answer("GET", List + "&cursor=101", 200, "application/json", $"[{b},{c}]");
        Cloud.Answer("GET", List + "&cursor=100", 200, "application/json", "[]");

        var query = new MailQuery { MailboxId = 11, Limit = 2 };
        var one = await Messages.ListAsync(Alice, query, Token);
        var two = await Messages.ListAsync(Alice, query with { Cursor = one.Next }, Token);
        var three = await Messages.ListAsync(Alice, query with { Cursor = two.Next }, Token);

        Assert.Equal([3, 2, 1], one.Messages.Concat(two.Messages).Select(m => m.Id));
        Assert.Empty(three.Messages);
        Assert.Null(three.Next);
    }

    [Fact]
    public async Task The_cloud_does_the_searching()
    {
        const string filter =
            "subject:caf%C3%A9%20%26%3A%20x from:caf%C3%A9%20%26%3A%20x to:caf%C3%A9%20%26%3A%20x match:anyof body:bill is:unread is:starred flags:attachments start:100 end:200";
        Cloud.Answer("GET", $"{List}&filter={Uri.EscapeDataString(filter)}", 200, "application/json", "[]");

        var page = await Messages.ListAsync(
            Alice,
            new MailQuery
            {
                MailboxId = 11,
                Limit = 2,
                Words = "café &: x",
                Body = "bill",
                IsUnread = true,
                IsFlagged = true,
                HasAttachments = true,
                Since = DateTimeOffset.FromUnixTimeSeconds(100),
                Until = DateTimeOffset.FromUnixTimeSeconds(200),
            },
            Token
        );

        Assert.Empty(page.Messages);
    }

    [Fact]
    public async Task Messages_within_conversations_are_read_too()
    {
        Cloud.Answer("GET", List, 200, "application/json", $"[[{MailAnswers.Message(70, 1)}]]");

        Assert.Single((await Messages.ListAsync(Alice, new MailQuery { MailboxId = 11, Limit = 2 }, Token)).Messages);
    }

    [Fact]
    public async Task A_message_is_read_with_what_is_attached()
    {
        Cloud.Answer("GET", "/ocs/v2.php/apps/mail/message/70", 200, "application/json", MailAnswers.Full);

        var message = await Messages.GetAsync(Alice, 70, Token);

        Assert.Equal("<p>Thank <b>you</b></p>", message.Html);
        Assert.False(message.IsPlain);
        Assert.Equal("<order-1@shop.example.com>", message.MessageId);
        Assert.Equal(
            [
                new MailAttachment("2", "bill.pdf", "application/pdf", 1234),
                new MailAttachment("3.1", "note.txt", "text/plain", 5),
            ],
            message.Attachments
        );
    }

    [Fact]
    public async Task The_source_is_read_as_it_came()
    {
        const string raw = """{"ocs":{"meta":{"statuscode":200},"data":"Subject: x\r\n\r\nHello"}}""";
        Cloud.Answer("GET", "/ocs/v2.php/apps/mail/message/70/raw", 200, "application/json", raw);

        Assert.Equal("Subject: x\r\n\r\nHello", await Messages.GetSourceAsync(Alice, 70, Token));
    }

    [Fact]
    public async Task What_is_attached_is_read_up_to_a_bound()
    {
        Cloud.Answer("GET", Api + "/70/attachment/3.1", 200, "text/plain", "hello");

        var content = await Messages.ReadAttachmentAsync(Alice, 70, "3.1", 5, Token);
        var error = await ErrorOf(() => Messages.ReadAttachmentAsync(Alice, 70, "3.1", 4, Token));

        Assert.Equal("hello"u8, content.Bytes.Span);
        Assert.Equal("text/plain", content.ContentType);
        Assert.Equal(NextcloudErrorKind.TooLarge, error.Kind);
    }

    [Fact]
    public async Task Flags_are_set_and_what_is_not_named_stays()
    {
        Cloud.Answer("PUT", Api + "/70/flags", 200, "application/json", "{}");

        await Messages.SetFlagsAsync(Alice, 70, new MailFlags(IsSeen: true, IsJunk: false), Token);

        Assert.Equal("""{"flags":{"seen":true,"$junk":false,"$notjunk":true}}""", Cloud.LastRequest.BodyText);
    }

    [Fact]
    public async Task A_tag_is_made_given_and_taken()
    {
        const string tag =
            """{"id":3,"userId":"alice","displayName":"To do","imapLabel":"$to_do","color":"#0082c9","isDefaultTag":false}""";
        Cloud.Answer("POST", "/index.php/apps/mail/api/tags", 200, "application/json", tag);
        Cloud.Answer("PUT", Api + "/70/tags/%24to_do", 200, "application/json", tag);
        Cloud.Answer("DELETE", Api + "/70/tags/%24to_do", 200, "application/json", tag);

        var made = await Messages.EnsureTagAsync(Alice, "To do", Token);
        await Messages.TagAsync(Alice, 70, made.Label, isTagged: true, Token);
        await Messages.TagAsync(Alice, 70, made.Label, isTagged: false, Token);

        Assert.Equal(new MailTag("$to_do", "To do"), made);
        Assert.Equal(3, Cloud.Requests.Length);
    }

    [Fact]
    public async Task A_message_is_moved_and_deleted()
    {
        Cloud.Answer("POST", Api + "/70/move", 200, "application/json", "[]");
        Cloud.Answer("DELETE", Api + "/70", 200, "application/json", "[]");

        await Messages.MoveAsync(Alice, 70, 15, Token);
        Assert.Equal("""{"destFolderId":15}""", Cloud.LastRequest.BodyText);
        await Messages.DeleteAsync(Alice, 70, Token);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_although_the_app_says_forbidden()
    {
        Cloud.Answer("DELETE", Api + "/71", StatusCodes.Status403Forbidden, "application/json", "[]");

        Assert.Equal(NextcloudErrorKind.NotFound, (await ErrorOf(() => Messages.DeleteAsync(Alice, 71, Token))).Kind);
    }

    [Fact]
    public async Task What_the_app_says_of_a_failure_is_passed_on()
    {
        const string fail = """{"status":"fail","data":{"message":"The tag name is too long"}}""";
        Cloud.Answer("POST", "/index.php/apps/mail/api/tags", 400, "application/json", fail);

        var error = await ErrorOf(() => Messages.EnsureTagAsync(Alice, "x", Token));

        Assert.Equal("Nextcloud says: The tag name is too long", error.Cause);
    }
}
