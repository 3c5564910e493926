using System.Text.Json;
using ModelContextProtocol.Client;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

/// <summary>Only in the demo cloud: a real one would send.</summary>
public sealed class MailLifeTests : LifeTest
{
    [Fact]
    public async Task A_mail_goes_from_one_person_to_the_other_with_a_file()
    {
        _ = Demo;
        await using var alice = await AliceAsync();
        await using var bob = await BobAsync();
        var bobs = await MailboxAsync(bob, "inbox");
        await CallAsync(alice, "write_file", new { path = $"/{Unique}.md", text = "# Plan" });

        await CallAsync(
            alice,
            "send_mail",
            new
            {
                accountId = (await MailboxAsync(alice, "inbox")).GetProperty("accountId").GetInt64(),
                to = new[] { $"Bob <{bobs.GetProperty("account").GetString()}>" },
                subject = Unique,
                body = "The plan, 5 < 6.\n\nAlice",
                attachments = new[] { $"/{Unique}.md" },
            }
        );
        var found = await FindAsync(bob, Id(bobs), Unique);
        var read = await CallAsync(bob, "read_mail", new { id = Id(found) });
        var attached = await bob.ReadResourceAsync(
            read.GetProperty("attachments")[0].GetProperty("uri").GetString()!,
            cancellationToken: Token
        );
        var sent = await FindAsync(alice, Id(await MailboxAsync(alice, "sent")), Unique);

        Assert.Equal("The plan, 5 < 6.\n\nAlice", read.GetProperty("content").GetString());
        Assert.Contains("# Plan", JsonSerializer.Serialize(attached.Contents[0]), StringComparison.Ordinal);
        Assert.True(sent.GetProperty("seen").GetBoolean());
        Assert.False(found.GetProperty("seen").GetBoolean());
    }

    [Fact]
    public async Task Nothing_is_sent_when_a_file_is_missing()
    {
        _ = Demo;
        await using var alice = await AliceAsync();
        var inbox = await MailboxAsync(alice, "inbox");

        var error = await ErrorAsync(
            alice,
            "send_mail",
            new
            {
                accountId = inbox.GetProperty("accountId").GetInt64(),
                to = new[] { inbox.GetProperty("account").GetString() },
                subject = Unique,
                body = "x",
                attachments = new[] { "/not there.md" },
            }
        );

        Assert.Contains("nothing was kept or sent", error, StringComparison.Ordinal);
        Assert.Empty(await ListAsync(alice, Id(inbox), Unique));
    }

    [Fact]
    public async Task Mail_is_marked_tagged_moved_and_deleted()
    {
        _ = Demo;
        await using var alice = await AliceAsync();
        var inbox = await MailboxAsync(alice, "inbox");
        var archive = Id(await MailboxAsync(alice, "archive"));
        var mail = await FindAsync(alice, Id(inbox), "Invoice");

        await CallAsync(
            alice,
            "change_mail",
            new
            {
                ids = new[] { Id(mail) },
                seen = true,
                flagged = true,
                addTag = "To pay",
                moveTo = archive,
            }
        );
        var moved = await FindAsync(alice, archive, "Invoice");
        var empty = await ListAsync(alice, Id(inbox), "Invoice");
        await CallAsync(alice, "delete_mail", new { ids = new[] { Id(moved) } });
        var trashed = await FindAsync(alice, Id(await MailboxAsync(alice, "trash")), "Invoice");

        Assert.True(moved.GetProperty("seen").GetBoolean());
        Assert.Equal("$to_pay", moved.GetProperty("tags")[0].GetString());
        Assert.Empty(empty);
        Assert.True(trashed.GetProperty("attachments").GetBoolean());
    }

    [Fact]
    public async Task A_draft_waits_in_the_drafts_and_hidden_words_are_not_read()
    {
        _ = Demo;
        await using var alice = await AliceAsync();
        var inbox = await MailboxAsync(alice, "inbox");

        await CallAsync(
            alice,
            "create_mail_draft",
            new
            {
                accountId = inbox.GetProperty("accountId").GetInt64(),
                subject = Unique,
                body = "Dear Anna,",
            }
        );
        var draft = await FindAsync(alice, Id(await MailboxAsync(alice, "drafts")), Unique);
        var table = await FindAsync(alice, Id(inbox), "Kitchen table");
        var read = await CallAsync(alice, "read_mail", new { id = Id(table) });

        Assert.Equal(Unique, draft.GetProperty("subject").GetString());
        Assert.Contains("oak legs", read.GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", read.GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> MailboxAsync(McpClient client, string role)
    {
        var page = await CallAsync(client, "list_mailboxes", new { });
        return page.GetProperty("mailboxes")
            .EnumerateArray()
            .First(m => m.TryGetProperty("role", out var found) && found.GetString() == role);
    }

    private static async Task<JsonElement> FindAsync(McpClient client, long mailboxId, string query) =>
        Assert.Single(await ListAsync(client, mailboxId, query));

    private static async Task<IReadOnlyList<JsonElement>> ListAsync(McpClient client, long mailboxId, string query)
    {
        var page = await CallAsync(client, "list_mail", new { mailboxId, query });
        return [.. page.GetProperty("mail").EnumerateArray()];
    }

    private static long Id(JsonElement thing) => thing.GetProperty("id").GetInt64();
}
