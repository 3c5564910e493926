namespace Gatehouse.Nextcloud.Mail;

/// <summary>A stored draft or message.</summary>
internal sealed record StoredData(long Id, AttachmentData[]? Attachments);
