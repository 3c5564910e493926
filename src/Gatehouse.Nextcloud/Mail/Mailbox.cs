namespace Gatehouse.Nextcloud.Mail;

/// <summary>A mailbox (IMAP folder) of an account.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AccountId">The account it belongs to.</param>
/// <param name="Name">Its name with those above it, as IMAP writes it, e.g. <c>INBOX.Invoices</c>.</param>
/// <param name="Role">inbox, sent, drafts, trash, junk, archive, …; null for none.</param>
/// <param name="Unread">How many messages in it are unread.</param>
public sealed record Mailbox(long Id, long AccountId, string Name, string? Role, int Unread)
{
    /// <summary>The path of its page below the cloud's base.</summary>
    public string WebPath =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/index.php/apps/mail/box/{Id}");
}
