namespace Gatehouse.Nextcloud.Mail;

/// <summary>A whole message as the API writes it.</summary>
internal sealed record FullMessageData(
    long Id,
    string? Subject,
    long? DateInt,
    AddressData[]? From,
    AddressData[]? To,
    AddressData[]? Cc,
    AddressData[]? ReplyTo,
    FlagsData? Flags,
    bool HasHtmlBody,
    string? Body,
    string? MessageId,
    AttachmentData[]? Attachments
);
