namespace Gatehouse.Nextcloud.Mail;

/// <summary>A message with its text.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Subject">Its subject; may be empty.</param>
/// <param name="From">Who sent it.</param>
/// <param name="To">To whom.</param>
/// <param name="Cc">And to whom.</param>
/// <param name="ReplyTo">Where answers go; empty when to the sender.</param>
/// <param name="Date">When it was sent.</param>
/// <param name="IsSeen">Read.</param>
/// <param name="IsFlagged">Starred.</param>
/// <param name="Html">
/// Its text as HTML, written by strangers. A plain text comes with its characters escaped and its lines as they are (<paramref name="IsPlain"/>).
/// Null when it is encrypted for somebody else.
/// </param>
/// <param name="IsPlain">It was a plain text.</param>
/// <param name="MessageId">Its Message-ID, which an answer names; null when it has none.</param>
/// <param name="Attachments">What is attached.</param>
public sealed record MailMessage(
    long Id,
    string Subject,
    IReadOnlyList<Correspondent> From,
    IReadOnlyList<Correspondent> To,
    IReadOnlyList<Correspondent> Cc,
    IReadOnlyList<Correspondent> ReplyTo,
    DateTimeOffset Date,
    bool IsSeen,
    bool IsFlagged,
    string? Html,
    bool IsPlain,
    string? MessageId,
    IReadOnlyList<MailAttachment> Attachments
);
