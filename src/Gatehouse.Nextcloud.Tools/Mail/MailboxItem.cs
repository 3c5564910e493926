using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Mail;

/// <summary>A mailbox of an account.</summary>
internal sealed record MailboxItem(
    long Id,
    string Name,
    long AccountId,
    [property: Description("The address of the account.")] string Account,
    int Unread,
    string Link,
    [property: Description("inbox, sent, drafts, trash, junk or archive.")] string? Role = null
);
