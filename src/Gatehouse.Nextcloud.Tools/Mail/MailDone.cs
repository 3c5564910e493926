namespace Gatehouse.Nextcloud.Tools.Mail;

/// <summary>A message that was sent, or kept as a draft.</summary>
internal sealed record MailDone(string Subject, IReadOnlyList<string> To, int Attachments, string Link);
