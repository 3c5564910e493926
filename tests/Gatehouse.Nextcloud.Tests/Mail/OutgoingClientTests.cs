using System.Text.Json;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Mail;
using Gatehouse.Nextcloud.Transport;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Nextcloud.Tests.Mail;

public sealed class OutgoingClientTests : CloudTest
{
    private const string Api = "/index.php/apps/mail/api/";
    private const string Stored =
        """{"status":"success","data":{"id":5,"type":0,"accountId":1,"subject":"Hi","attachments":[{"id":9,"type":"local","fileName":"plan.md","mimeType":"text/markdown"}]}}""";
    private const string StoredBare =
        """{"status":"success","data":{"id":5,"type":0,"accountId":1,"subject":"Hi","attachments":[]}}""";
    private const string Done = """{"status":"success","data":"Message sent"}""";

    private static readonly OutgoingMail mail = new()
    {
        AccountId = 1,
        To = [new("bob@example.com", "Bob Example")],
        Cc = [new("carol@example.com", null)],
        Subject = "Hi",
        Body = "Hello <Bob>",
        InReplyTo = "<1@example.com>",
    };

    private OutgoingClient Outgoing => new(Transport);

    [Fact]
    public async Task Mail_is_put_into_the_outbox_and_sent()
    {
        Cloud.Answer("POST", Api + "outbox", 201, "application/json", StoredBare);
        Cloud.Answer("POST", Api + "outbox/5", 202, "application/json", Done);

        await Outgoing.SendAsync(Alice, mail, Token);

        Assert.Equal(2, Cloud.Requests.Length);
        var sent = JsonElement.Parse(Cloud.Requests[0].BodyText);
        Assert.Equal("Hello <Bob>", sent.GetProperty("bodyPlain").GetString());
        Assert.False(sent.TryGetProperty("bodyHtml", out _));
        Assert.Equal("<1@example.com>", sent.GetProperty("inReplyToMessageId").GetString());
        Assert.Equal("""[{"label":"Bob Example","email":"bob@example.com"}]""", sent.GetProperty("to").GetRawText());
    }

    [Fact]
    public async Task Files_are_attached_by_the_cloud()
    {
        Cloud.Answer("POST", Api + "outbox", 201, "application/json", Stored);
        Cloud.Answer("POST", Api + "outbox/5", 202, "application/json", Done);

        await Outgoing.SendAsync(Alice, mail with { Attachments = [FilePath.Parse("/Plans/plan.md")] }, Token);

        Assert.Contains(
            """[{"type":"cloud","fileName":"/Plans/plan.md"}]""",
            Cloud.Requests[0].BodyText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nothing_is_sent_when_a_file_is_missing()
    {
        Cloud.Answer("POST", Api + "outbox", 201, "application/json", StoredBare);
        Cloud.Answer("DELETE", Api + "outbox/5", 202, "application/json", Done);

        var error = await ErrorOf(() =>
            Outgoing.SendAsync(Alice, mail with { Attachments = [FilePath.Parse("/gone.md")] }, Token)
        );

        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
        Assert.Equal("DELETE", Cloud.LastRequest.Method);
    }

    [Fact]
    public async Task A_message_that_was_taken_back_does_not_count_as_done_and_its_removal_neither()
    {
        Cloud.Answer("POST", Api + "outbox", 201, "application/json", StoredBare);
        Cloud.Answer("POST", Api + "outbox/5", 202, "application/json", Done);
        Cloud.Answer("DELETE", Api + "outbox/5", 202, "application/json", Done);
        var journal = new WriteJournal();
        var alice = Alice with { Journal = journal };

        await Outgoing.SendAsync(alice, mail, Token);
        await ErrorOf(() => Outgoing.SendAsync(alice, mail with { Attachments = [FilePath.Parse("/gone.md")] }, Token));

        Assert.Equal(["Putting the mail into the outbox", "Sending message 5 of the outbox"], journal.Done);
    }

    [Fact]
    public async Task A_message_that_cannot_be_taken_back_counts_as_done_and_the_error_says_why_it_should_go()
    {
        Cloud.Answer("POST", Api + "drafts", 201, "application/json", StoredBare);
        Cloud.Answer("DELETE", Api + "drafts/5", 403, "application/json", """{"status":"fail","data":[]}""");
        var journal = new WriteJournal();

        var error = await ErrorOf(() =>
            Outgoing.DraftAsync(
                Alice with
                {
                    Journal = journal,
                },
                mail with
                {
                    Attachments = [FilePath.Parse("/gone.md")],
                },
                Token
            )
        );

        Assert.Equal(["Keeping the draft"], journal.Done);
        Assert.Contains("of 1 files only 0 could be attached", error.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing was kept", error.Summary, StringComparison.Ordinal);
        Assert.Contains("Taking the message back failed", error.Cause, StringComparison.Ordinal);
        Assert.Contains("/index.php/apps/mail/", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_gives_up_while_a_message_is_taken_back_leaves_none()
    {
        using var patience = new CancellationTokenSource();
        Cloud.Answer("POST", Api + "outbox", 201, "application/json", StoredBare);
        Cloud.Answer(
            "DELETE",
            Api + "outbox/5",
            async context =>
            {
                await patience.CancelAsync();
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(Done, Token);
            }
        );

        var error = await ErrorOf(() =>
            Outgoing.SendAsync(Alice, mail with { Attachments = [FilePath.Parse("/gone.md")] }, patience.Token)
        );

        Assert.Contains("nothing was kept or sent", error.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_mail_server_refuses_is_said_to_wait_in_the_outbox()
    {
        Cloud.Answer("POST", Api + "outbox", 201, "application/json", StoredBare);
        Cloud.Answer(
            "POST",
            Api + "outbox/5",
            500,
            "application/json",
            """{"status":"error","message":"Could not send message","data":[],"code":500}"""
        );

        var error = await ErrorOf(() => Outgoing.SendAsync(Alice, mail, Token));

        Assert.Contains("kept in the outbox", error.Summary, StringComparison.Ordinal);
        Assert.Contains("/index.php/apps/mail/outbox", error.NextStep, StringComparison.Ordinal);
        Assert.Equal("Nextcloud says: Could not send message", error.Cause);
    }

    [Fact]
    public async Task A_draft_is_put_into_the_drafts_mailbox()
    {
        Cloud.Answer("POST", Api + "drafts", 201, "application/json", StoredBare);
        Cloud.Answer("POST", Api + "drafts/move/5", 202, "application/json", Done);

        await Outgoing.DraftAsync(Alice, mail with { IsHtml = true }, Token);

        Assert.Equal("Hello <Bob>", JsonElement.Parse(Cloud.Requests[0].BodyText).GetProperty("bodyHtml").GetString());
        Assert.Equal(Api + "drafts/move/5", Cloud.LastRequest.Path);
    }
}
