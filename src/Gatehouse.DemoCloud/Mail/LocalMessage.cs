using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Mail;

/// <summary>A draft, or a message in the outbox.</summary>
internal sealed record LocalMessage(long Id, string Person, bool IsDraft, string Subject, string Body, bool IsHtml)
{
    public ImmutableList<MailAddress> To { get; init; } = [];

    public ImmutableList<MailAddress> Cc { get; init; } = [];

    public ImmutableList<MailAddress> Bcc { get; init; } = [];

    public ImmutableList<MailFile> Files { get; init; } = [];

    public string? InReplyTo { get; init; }

    public MailMessage ToMessage(MailAccount from, long now) =>
        new(0, 0, Subject, Body, IsHtml, now)
        {
            From = [new MailAddress(from.Name, from.Email)],
            To = To,
            Cc = Cc,
            Files = Files,
            InReplyTo = InReplyTo,
            MessageId = $"<{Errors.Answers.ETagOf(Id + from.Email)}@example.com>",
        };

    public JsonObject ToJson() =>
        new()
        {
            ["id"] = Id,
            ["type"] = IsDraft ? 1 : 0,
            ["subject"] = Subject,
            ["body"] = Body,
            ["isHtml"] = IsHtml,
            ["inReplyToMessageId"] = InReplyTo,
            ["attachments"] = new JsonArray([
                .. Files.Select(
                    JsonNode (file, index) =>
                        new JsonObject
                        {
                            ["id"] = index + 1,
                            ["type"] = "local",
                            ["fileName"] = file.Name,
                            ["mimeType"] = file.ContentType,
                        }
                ),
            ]),
            ["to"] = MailAddress.ToJson(To),
            ["cc"] = MailAddress.ToJson(Cc),
            ["bcc"] = MailAddress.ToJson(Bcc),
            ["failed"] = false,
        };
}
