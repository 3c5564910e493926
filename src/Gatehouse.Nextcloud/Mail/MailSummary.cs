namespace Gatehouse.Nextcloud.Mail;

/// <summary>A message of a list, without its text.</summary>
/// <param name="Id">Its id, which changes when it is moved.</param>
/// <param name="MailboxId">The mailbox it is in.</param>
/// <param name="Subject">Its subject; may be empty.</param>
/// <param name="From">Who sent it.</param>
/// <param name="To">To whom.</param>
/// <param name="Date">When it was sent.</param>
/// <param name="IsSeen">Read.</param>
/// <param name="IsFlagged">Starred.</param>
/// <param name="IsAnswered">Answered.</param>
/// <param name="IsJunk">Marked as junk.</param>
/// <param name="HasAttachments">Something is attached, as far as the cloud looked into it.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Preview">The beginning of its text; null when the cloud has not looked into it.</param>
public sealed record MailSummary(
    long Id,
    long MailboxId,
    string Subject,
    IReadOnlyList<Correspondent> From,
    IReadOnlyList<Correspondent> To,
    DateTimeOffset Date,
    bool IsSeen,
    bool IsFlagged,
    bool IsAnswered,
    bool IsJunk,
    bool HasAttachments,
    IReadOnlyList<MailTag> Tags,
    string? Preview
)
{
    /// <summary>The path of its page below the cloud's base.</summary>
    public string WebPath =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"/index.php/apps/mail/box/{MailboxId}/thread/{Id}"
        );
}
