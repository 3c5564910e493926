namespace Gatehouse.Nextcloud.Mail;

/// <summary>What is attached to a message, as bytes.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="ContentType">The media type, without parameters.</param>
public sealed record MailAttachmentContent(ReadOnlyMemory<byte> Bytes, string ContentType);
