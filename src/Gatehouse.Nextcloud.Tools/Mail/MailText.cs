using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Mail;

/// <summary>A message with a part of its text.</summary>
internal sealed record MailText(
    long Id,
    string Subject,
    IReadOnlyList<string> From,
    IReadOnlyList<string> To,
    string Date,
    string Content,
    [property: Description("Where the content begins, in characters.")] int Offset,
    [property: Description("The length of the whole text, in characters.")] int TotalLength,
    [property: Description("Pass it as offset to read on; absent at the end.")] int? NextOffset = null,
    IReadOnlyList<string>? Cc = null,
    [property: Description("Where answers go, if not to the sender.")] IReadOnlyList<string>? ReplyTo = null,
    [property: Description("Pass it as inReplyTo to answer.")] string? MessageId = null,
    IReadOnlyList<MailAttachmentItem>? Attachments = null
);
