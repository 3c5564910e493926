namespace Gatehouse.Nextcloud.Tools.Mail;

/// <summary>The mailboxes of all accounts.</summary>
internal sealed record MailboxList(IReadOnlyList<MailboxItem> Mailboxes);
