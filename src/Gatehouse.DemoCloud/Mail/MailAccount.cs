using System.Text;
using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Mail;

/// <summary>An account with its mailboxes, whose ids follow each other.</summary>
internal sealed record MailAccount(long Id, string Person, string Name, string Email)
{
    private static readonly (string Name, string Role)[] Mailboxes =
    [
        ("INBOX", "inbox"),
        ("Drafts", "drafts"),
        ("Sent", "sent"),
        ("Archive", "archive"),
        ("Junk", "junk"),
        ("Trash", "trash"),
        ("Invoices", ""),
    ];

    public static int Count => Mailboxes.Length;

    public long Mailbox(string role) => (Id * 100) + Array.FindIndex(Mailboxes, mailbox => mailbox.Role == role);

    public bool Has(long mailbox) => mailbox / 100 == Id && mailbox % 100 < Count;

    public JsonObject ToJson() =>
        new()
        {
            ["id"] = Id,
            ["accountId"] = Id,
            ["name"] = Name,
            ["order"] = 0,
            ["emailAddress"] = Email,
            ["imapHost"] = "imap.example.com",
            ["imapPort"] = 993,
            ["imapUser"] = Email,
            ["imapSslMode"] = "ssl",
            ["signature"] = null,
            ["draftsMailboxId"] = Mailbox("drafts"),
            ["sentMailboxId"] = Mailbox("sent"),
            ["trashMailboxId"] = Mailbox("trash"),
            ["archiveMailboxId"] = Mailbox("archive"),
            ["aliases"] = new JsonArray(),
        };

    public JsonObject MailboxesToJson(Func<long, int> unread) =>
        new()
        {
            ["id"] = Id,
            ["email"] = Email,
            ["mailboxes"] = new JsonArray([
                .. Mailboxes.Select(
                    JsonNode (mailbox, index) =>
                        new JsonObject
                        {
                            ["databaseId"] = (Id * 100) + index,
                            ["id"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(mailbox.Name)),
                            ["name"] = mailbox.Name,
                            ["accountId"] = Id,
                            ["displayName"] = mailbox.Name,
                            ["attributes"] = new JsonArray("\\subscribed"),
                            ["delimiter"] = ".",
                            ["specialUse"] = mailbox.Role.Length > 0 ? new JsonArray(mailbox.Role) : new JsonArray(),
                            ["specialRole"] = mailbox.Role.Length > 0 ? mailbox.Role : 0,
                            ["mailboxes"] = new JsonArray(),
                            ["syncInBackground"] = index == 0,
                            ["unread"] = unread((Id * 100) + index),
                            ["myAcls"] = null,
                        }
                ),
            ]),
            ["delimiter"] = ".",
        };
}
