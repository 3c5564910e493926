using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Mail;

/// <summary>What is attached to a message.</summary>
internal sealed record MailAttachmentItem(
    string Name,
    string ContentType,
    long Size,
    [property: Description("The resource to read it from.")] string Uri
);
