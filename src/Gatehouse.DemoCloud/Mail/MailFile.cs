namespace Gatehouse.DemoCloud.Mail;

/// <summary>What is attached to a message.</summary>
internal sealed record MailFile(string Name, string ContentType, byte[] Bytes);
