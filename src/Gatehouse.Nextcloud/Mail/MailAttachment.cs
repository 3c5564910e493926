namespace Gatehouse.Nextcloud.Mail;

/// <summary>What is attached to a message.</summary>
/// <param name="Id">Its id within the message, e.g. <c>2</c> or <c>2.1</c>.</param>
/// <param name="Name">Its file name; may be empty.</param>
/// <param name="ContentType">Its media type, as the sender says.</param>
/// <param name="Size">Its length in bytes, as the mail server says.</param>
public sealed record MailAttachment(string Id, string Name, string ContentType, long Size);
