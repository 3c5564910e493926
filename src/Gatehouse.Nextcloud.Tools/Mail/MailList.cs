using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Mail;

/// <summary>A page of mail.</summary>
internal sealed record MailList(
    IReadOnlyList<MailItem> Mail,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
