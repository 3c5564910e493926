using Gatehouse.Nextcloud.Mail;

namespace Gatehouse.Nextcloud.Tests.Mail;

public sealed class MailboxesClientTests : CloudTest
{
    private const string Path = "/index.php/apps/mail/api/mailboxes?accountId=1";

    private MailboxesClient Mailboxes => new(Transport);

    [Fact]
    public async Task Accounts_come_without_their_servers()
    {
        Cloud.Answer("GET", "/index.php/apps/mail/api/accounts", 200, "application/json", MailAnswers.Accounts);

        Assert.Equal(
            [new MailAccount(1, "Alice Example", "alice@example.com")],
            await Mailboxes.ListAccountsAsync(Alice, Token)
        );
    }

    [Fact]
    public async Task Mailboxes_have_a_role_or_none()
    {
        Cloud.Answer("GET", Path, 200, "application/json", MailAnswers.Mailboxes);

        Assert.Equal(
            [new Mailbox(11, 1, "INBOX", "inbox", 3), new Mailbox(15, 1, "INBOX.Bills", null, 0)],
            await Mailboxes.ListAsync(Alice, 1, Token)
        );
    }

    [Fact]
    public async Task The_bare_list_of_old_versions_is_read_too()
    {
        const string bare = """[{"databaseId":11,"name":"INBOX","accountId":1,"specialRole":"inbox","unread":3}]""";
        Cloud.Answer("GET", Path, 200, "application/json", bare);

        Assert.Equal([new Mailbox(11, 1, "INBOX", "inbox", 3)], await Mailboxes.ListAsync(Alice, 1, Token));
    }
}
