namespace Gatehouse.Nextcloud.Mail;

/// <summary>A file of the person that the cloud attaches by itself.</summary>
internal sealed record OutgoingAttachment(string Type, string FileName);
