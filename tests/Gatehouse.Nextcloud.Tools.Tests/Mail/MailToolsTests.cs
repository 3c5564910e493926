using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Tests.Mail;

/// <summary>Mail by its documented API: no real one was recorded.</summary>
public sealed class MailToolsTests : ToolTest
{
    private const string Api = "/index.php/apps/mail/api/";
    private const string Stored = """{"status":"success","data":{"id":5,"attachments":[]}}""";
    private const string StoredFile =
        """{"status":"success","data":{"id":5,"attachments":[{"id":9,"fileName":"plan.md"}]}}""";
    private const string Done = """{"status":"success","data":"done"}""";
    private const string Tag = """{"id":3,"displayName":"To do","imapLabel":"$to_do","color":"#0082c9"}""";

    private static readonly string[] bob = ["Bob Example <bob@example.com>"];

    [Fact]
    public async Task Mailboxes_of_all_accounts_are_listed()
    {
        await using var alice = await AliceWithMailAsync();
        Cloud.Answer(
            "GET",
            Api + "accounts",
            200,
            "application/json",
            """[{"id":1,"emailAddress":"a@example.com"},{"id":2,"emailAddress":"b@example.com"}]"""
        );
        Cloud.Answer(
            "GET",
            Api + "mailboxes?accountId=1",
            200,
            "application/json",
            """{"mailboxes":[{"databaseId":11,"accountId":1,"name":"INBOX","specialRole":"inbox","unread":3}]}"""
        );
        Cloud.Answer(
            "GET",
            Api + "mailboxes?accountId=2",
            200,
            "application/json",
            """{"mailboxes":[{"databaseId":21,"accountId":2,"name":"INBOX","specialRole":0,"unread":0}]}"""
        );

        var page = await CallAsync(alice, "list_mailboxes", new { });

        var (inbox, other) = (page.GetProperty("mailboxes")[0], page.GetProperty("mailboxes")[1]);
        Assert.Equal("inbox", inbox.GetProperty("role").GetString());
        Assert.Equal("a@example.com", inbox.GetProperty("account").GetString());
        Assert.Equal(Cloud.Address + "/index.php/apps/mail/box/11", inbox.GetProperty("link").GetString());
        Assert.Equal(21, other.GetProperty("id").GetInt64());
        Assert.False(other.TryGetProperty("role", out _));
    }

    [Fact]
    public async Task Mail_is_searched_by_the_cloud_and_paged()
    {
        await using var alice = await AliceWithMailAsync();
        const string list = Api + "messages?mailboxId=11&limit=1&view=singleton";
        const string filter = "&filter=subject%3Aoak%20from%3Aoak%20to%3Aoak%20match%3Aanyof%20is%3Aunread";
        const string message =
            """[{"databaseId":70,"mailboxId":11,"subject":"Oak","dateInt":1795447200,"from":[{"label":"Bob","email":"bob@example.com"}],"flags":{"flagged":true},"tags":{"$to_do":{"displayName":"To do"}}}]""";
        Cloud.Answer("GET", list + filter, 200, "application/json", message);
        Cloud.Answer("GET", list + "&cursor=1795447201" + filter, 200, "application/json", "[]");

        var arguments = new Dictionary<string, object?>
        {
            ["mailboxId"] = 11,
            ["query"] = "oak",
            ["unread"] = true,
            ["limit"] = 1,
        };
        var one = await CallAsync(alice, "list_mail", arguments);
        arguments["cursor"] = one.GetProperty("nextCursor").GetString();
        var two = await CallAsync(alice, "list_mail", arguments);

        var mail = one.GetProperty("mail")[0];
        Assert.Equal("Bob <bob@example.com>", mail.GetProperty("from").GetString());
        Assert.Equal("2026-11-23T16:20:00+01:00", mail.GetProperty("date").GetString());
        Assert.Equal("$to_do", mail.GetProperty("tags")[0].GetString());
        Assert.True(mail.GetProperty("flagged").GetBoolean());
        Assert.False(mail.TryGetProperty("answered", out _));
        Assert.Empty(two.GetProperty("mail").EnumerateArray());
    }

    [Fact]
    public async Task Mail_is_read_as_text_and_its_attachments_as_resources()
    {
        await using var alice = await AliceWithMailAsync();
        const string full =
            """{"ocs":{"data":{"id":70,"subject":"Bill","dateInt":1,"from":[{"label":"Shop","email":"shop@example.com"}],"to":[],"hasHtmlBody":true,"body":"<p>Pay <b>now</b></p><p style=\"display:none\">obey</p>","messageId":"<1@example.com>","attachments":[{"id":"2.1","fileName":"bill.txt","mime":"text/plain","size":5}]}}}""";
        Cloud.Answer("GET", "/ocs/v2.php/apps/mail/message/70", 200, "application/json", full);
        Cloud.Answer("GET", Api + "messages/70/attachment/2.1", 200, "text/plain", "12.50");
        Cloud.Answer(
            "GET",
            "/ocs/v2.php/apps/mail/message/70/raw",
            200,
            "application/json",
            """{"ocs":{"data":"Subject: Bill"}}"""
        );

        var mail = await CallAsync(alice, "read_mail", new { id = 70 });
        var uri = mail.GetProperty("attachments")[0].GetProperty("uri").GetString()!;
        var attachment = await alice.ReadResourceAsync(uri, cancellationToken: Token);
        var source = await alice.ReadResourceAsync("nextcloud://mail/70/source", cancellationToken: Token);

        Assert.Equal("Pay now", mail.GetProperty("content").GetString());
        Assert.Equal("<1@example.com>", mail.GetProperty("messageId").GetString());
        Assert.Equal("nextcloud://mail/70/attachments/2.1", uri);
        Assert.Equal("12.50", Assert.IsType<TextResourceContents>(attachment.Contents[0]).Text);
        Assert.Equal("Subject: Bill", Assert.IsType<TextResourceContents>(source.Contents[0]).Text);
    }

    [Theory]
    [InlineData("nextcloud://mail/x/source")]
    [InlineData("nextcloud://mail/70/attachments/..%2f..%2fflags")]
    [InlineData("nextcloud://mail/70/flags")]
    public async Task What_is_no_attachment_is_not_read(string uri)
    {
        await using var alice = await AliceWithMailAsync();

        await Assert.ThrowsAnyAsync<Exception>(async () =>
            await alice.ReadResourceAsync(uri, cancellationToken: Token)
        );

        Assert.DoesNotContain(Cloud.Requests, r => r.Path.Contains("/mail/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mail_that_is_not_there_is_said()
    {
        await using var alice = await AliceWithMailAsync();
        Cloud.Answer(
            "GET",
            "/ocs/v2.php/apps/mail/message/71",
            404,
            "application/json",
            """{"ocs":{"meta":{"statuscode":404,"message":""},"data":"Account not found."}}"""
        );
        Cloud.Answer("PUT", Api + "messages/71/flags", 403, "application/json", "[]");

        Assert.Contains("not there", await ErrorAsync(alice, "read_mail", new { id = 71 }), StringComparison.Ordinal);
        Assert.Contains(
            "not there",
            await ErrorAsync(alice, "change_mail", new { ids = new[] { 71 }, seen = true }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Mail_is_marked_tagged_and_then_moved()
    {
        await using var alice = await AliceWithMailAsync();
        Cloud.Answer("PUT", Api + "messages/70/flags", 200, "application/json", "[]");
        Cloud.Answer("POST", Api + "tags", 200, "application/json", Tag);
        Cloud.Answer("PUT", Api + "messages/70/tags/%24to_do", 200, "application/json", Tag);
        Cloud.Answer("DELETE", Api + "messages/70/tags/%24later", 200, "application/json", Tag);
        Cloud.Answer("POST", Api + "messages/70/move", 200, "application/json", "[]");

        var changed = await CallAsync(
            alice,
            "change_mail",
            new
            {
                ids = new[] { 70 },
                seen = true,
                addTag = "To do",
                removeTag = "$later",
                moveTo = 15,
            }
        );

        Assert.Equal("""{"ids":[70],"movedTo":15,"tag":"$to_do"}""", changed.GetRawText());
        Assert.EndsWith("/move", Cloud.LastRequest.Path, StringComparison.Ordinal);
        Assert.Contains(
            "nothing to change",
            await ErrorAsync(alice, "change_mail", new { ids = new[] { 70 } }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task One_mail_is_deleted_at_once_several_when_the_person_agreed()
    {
        await using var alice = await AliceWithMailAsync();
        Cloud.Answer("DELETE", Api + "messages/70", 200, "application/json", "[]");
        Cloud.Answer("DELETE", Api + "messages/71", 200, "application/json", "[]");

        await CallAsync(alice, "delete_mail", new { ids = new[] { 70 } });
        var asked = await ErrorAsync(alice, "delete_mail", new { ids = new[] { 70, 71 } });
        Assert.Single(Cloud.Requests, r => r.Method == "DELETE");
        await CallAsync(alice, "delete_mail", new { ids = new[] { 70, 71 }, confirmation = asked.Split('\'')[^2] });

        Assert.Equal(3, Cloud.Requests.Count(r => r.Method == "DELETE"));
    }

    [Fact]
    public async Task A_draft_is_kept_and_a_mail_sent()
    {
        await using var alice = await AliceWithMailAsync();
        Cloud.Answer("POST", Api + "drafts", 201, "application/json", Stored);
        Cloud.Answer("POST", Api + "drafts/move/5", 202, "application/json", Done);
        Cloud.Answer("POST", Api + "outbox", 201, "application/json", StoredFile);
        Cloud.Answer("POST", Api + "outbox/5", 202, "application/json", Done);

        await CallAsync(
            alice,
            "create_mail_draft",
            new
            {
                accountId = 1,
                subject = "Hi",
                body = "Hello",
            }
        );
        var sent = await CallAsync(
            alice,
            "send_mail",
            new
            {
                accountId = 1,
                to = bob,
                subject = "Hi",
                body = "Hello",
                attachments = new[] { "/Plans/plan.md" },
            }
        );

        Assert.Equal(1, sent.GetProperty("attachments").GetInt32());
        Assert.Equal("Bob Example <bob@example.com>", sent.GetProperty("to")[0].GetString());
    }

    [Fact]
    public async Task Who_may_not_read_files_attaches_none_and_who_may_not_send_sends_nothing()
    {
        await using var sender = await AliceWithMailAsync("mail.send");
        await using var writer = await AliceWithMailAsync("mail.write files.read");
        var mail = new
        {
            accountId = 1,
            to = bob,
            subject = "Hi",
            body = "Hello",
            attachments = new[] { "/Plans/plan.md" },
        };

        Assert.Contains("files.read", await ErrorAsync(sender, "send_mail", mail), StringComparison.Ordinal);
        Assert.Contains("mail.send", await ErrorAsync(writer, "send_mail", mail), StringComparison.Ordinal);
        Assert.DoesNotContain(Cloud.Requests, r => r.Path.Contains("/mail/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("bob@example.com\r\nBcc: eve@example.com")]
    [InlineData("")]
    public async Task What_is_no_address_gets_no_mail(string address)
    {
        await using var alice = await AliceWithMailAsync();

        var error = await ErrorAsync(
            alice,
            "send_mail",
            new
            {
                accountId = 1,
                to = new[] { address },
                subject = "Hi",
                body = "Hello",
            }
        );

        Assert.Contains("no mail address", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_to_nobody_is_not_sent()
    {
        await using var alice = await AliceWithMailAsync();

        var error = await ErrorAsync(
            alice,
            "send_mail",
            new
            {
                accountId = 1,
                to = Array.Empty<string>(),
                cc = bob,
                subject = "Hi",
                body = "Hello",
            }
        );

        Assert.Contains("'to' is not valid: Give at least one address", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Cloud.Requests, r => r.Path.Contains("/mail/", StringComparison.Ordinal));
    }

    /// <summary>The recorded cloud had no Mail: this one says that it has, and forgets what was planned before.</summary>
    private async Task<McpClient> AliceWithMailAsync(string? scopes = null)
    {
        const string navigation = """{"ocs":{"data":[{"id":"mail","app":"mail"}]}}""";
        Cloud.Forget().Play("capabilities", "02-alice");
        Cloud.Answer("GET", "/ocs/v2.php/core/navigation/apps?format=json", 200, "application/json", navigation);
        return await AliceAsync(scopes);
    }
}
