using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Mail;

/// <summary>A message in a mailbox.</summary>
internal sealed record MailMessage(long Id, long MailboxId, string Subject, string Body, bool IsHtml, long Date)
{
    public ImmutableList<MailAddress> From { get; init; } = [];

    public ImmutableList<MailAddress> To { get; init; } = [];

    public ImmutableList<MailAddress> Cc { get; init; } = [];

    public ImmutableList<MailFile> Files { get; init; } = [];

    public ImmutableList<string> Tags { get; init; } = [];

    public string MessageId { get; init; } = "";

    public string? InReplyTo { get; init; }

    public bool Seen { get; init; }

    public bool Flagged { get; init; }

    public bool Answered { get; init; }

    public bool Junk { get; init; }

    public bool Draft { get; init; }

    public MailMessage WithFlag(string flag, bool value) =>
        flag switch
        {
            "seen" => this with { Seen = value },
            "flagged" => this with { Flagged = value },
            "answered" => this with { Answered = value },
            "$junk" => this with { Junk = value },
            _ => this,
        };

    public JsonObject ToSummary(IEnumerable<MailTag> tags) =>
        new()
        {
            ["databaseId"] = Id,
            ["uid"] = Id,
            ["subject"] = Subject,
            ["dateInt"] = Date,
            ["flags"] = FlagsToJson(),
            ["tags"] = TagsToJson(tags),
            ["from"] = MailAddress.ToJson(From),
            ["to"] = MailAddress.ToJson(To),
            ["cc"] = MailAddress.ToJson(Cc),
            ["bcc"] = new JsonArray(),
            ["mailboxId"] = MailboxId,
            ["messageId"] = MessageId,
            ["inReplyTo"] = InReplyTo,
            ["references"] = null,
            ["threadRootId"] = InReplyTo ?? MessageId,
            ["imipMessage"] = false,
            ["previewText"] = IsHtml ? null : Body[..Math.Min(Body.Length, 100)],
        };

    public JsonObject ToFull(string url) =>
        new()
        {
            ["uid"] = Id,
            ["messageId"] = MessageId,
            ["from"] = MailAddress.ToJson(From),
            ["to"] = MailAddress.ToJson(To),
            ["replyTo"] = new JsonArray(),
            ["cc"] = MailAddress.ToJson(Cc),
            ["bcc"] = new JsonArray(),
            ["subject"] = Subject,
            ["dateInt"] = Date,
            ["flags"] = FlagsToJson(),
            ["hasHtmlBody"] = IsHtml,
            ["body"] = IsHtml ? Body : WebUtility.HtmlEncode(Body),
            ["signature"] = null,
            ["dispositionNotificationTo"] = "",
            ["hasDkimSignature"] = false,
            ["phishingDetails"] = new JsonObject { ["checks"] = new JsonArray(), ["warning"] = false },
            ["unsubscribeUrl"] = null,
            ["isOneClickUnsubscribe"] = false,
            ["unsubscribeMailTo"] = null,
            ["scheduling"] = new JsonArray(),
            ["attachments"] = new JsonArray([
                .. Files.Select(
                    JsonNode (file, index) =>
                        new JsonObject
                        {
                            ["id"] = index + 2,
                            ["messageId"] = Id,
                            ["fileName"] = file.Name,
                            ["mime"] = file.ContentType,
                            ["size"] = file.Bytes.Length,
                            ["cid"] = null,
                            ["disposition"] = "attachment",
                        }
                ),
            ]),
            ["id"] = Id,
            ["isSenderTrusted"] = false,
            ["smime"] = new JsonObject
            {
                ["isSigned"] = false,
                ["signatureIsValid"] = null,
                ["isEncrypted"] = false,
            },
            ["rawUrl"] = $"{url}/ocs/v2.php/apps/mail/message/{Id}/raw",
        };

    /// <summary>As it would have come over the wire, attachments aside.</summary>
    public string ToSource() =>
        string.Join(
            "\r\n",
            $"Message-ID: {MessageId}",
            $"Date: {DateTimeOffset.FromUnixTimeSeconds(Date):R}",
            $"From: {string.Join(", ", From.Select(from => from.Email))}",
            $"To: {string.Join(", ", To.Select(to => to.Email))}",
            $"Subject: {Subject}",
            $"Content-Type: text/{(IsHtml ? "html" : "plain")}; charset=utf-8",
            "",
            Body
        );

    private JsonObject FlagsToJson() =>
        new()
        {
            ["seen"] = Seen,
            ["flagged"] = Flagged,
            ["answered"] = Answered,
            ["deleted"] = false,
            ["draft"] = Draft,
            ["forwarded"] = false,
            ["hasAttachments"] = Files.Count > 0,
            ["important"] = false,
            ["$junk"] = Junk,
            ["$notjunk"] = false,
            ["mdnsent"] = false,
        };

    /// <summary>PHP writes an object without members as a list.</summary>
    private JsonNode TagsToJson(IEnumerable<MailTag> tags)
    {
        var mine = tags.Where(tag => Tags.Contains(tag.Label)).ToList();
        return mine.Count == 0
            ? new JsonArray()
            : new JsonObject(mine.Select(tag => KeyValuePair.Create(tag.Label, (JsonNode?)tag.ToJson())));
    }
}
