namespace Gatehouse.Nextcloud.Mail;

/// <summary>The mailboxes of an account.</summary>
internal sealed record MailboxesData(MailboxData[]? Mailboxes);
