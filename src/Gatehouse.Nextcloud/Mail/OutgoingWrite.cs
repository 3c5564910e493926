namespace Gatehouse.Nextcloud.Mail;

/// <summary>
/// A draft or a message for the outbox. Version 5 takes <c>bodyPlain</c> or <c>bodyHtml</c>, those before it <c>body</c>; what a version
/// does not know it passes over.
/// </summary>
internal sealed record OutgoingWrite(
    long AccountId,
    string Subject,
    string Body,
    string? BodyPlain,
    string? BodyHtml,
    string EditorBody,
    bool IsHtml,
    bool SmimeSign,
    bool SmimeEncrypt,
    IReadOnlyList<AddressData> To,
    IReadOnlyList<AddressData> Cc,
    IReadOnlyList<AddressData> Bcc,
    IReadOnlyList<OutgoingAttachment> Attachments,
    string? InReplyToMessageId
);
