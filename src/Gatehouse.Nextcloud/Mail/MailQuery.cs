namespace Gatehouse.Nextcloud.Mail;

/// <summary>Which messages of a mailbox to list. The cloud does the filtering; searching texts goes to the mail server and is slow.</summary>
public sealed record MailQuery
{
    /// <summary>The mailbox.</summary>
    public required long MailboxId { get; init; }

    /// <summary>Only those with this in subject, sender or recipient.</summary>
    public string? Words { get; init; }

    /// <summary>Only those with this in their text.</summary>
    public string? Body { get; init; }

    /// <summary>Only those that are unread.</summary>
    public bool IsUnread { get; init; }

    /// <summary>Only those that are starred.</summary>
    public bool IsFlagged { get; init; }

    /// <summary>Only those with attachments.</summary>
    public bool HasAttachments { get; init; }

    /// <summary>Only those sent at or after it.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only those sent at or before it.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How many at once, 1 to 100.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Where the last part ended; null at the beginning.</summary>
    public MailCursor? Cursor { get; init; }
}
