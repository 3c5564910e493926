using System.ComponentModel;
using Gatehouse.Nextcloud.Mail;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Mail;

/// <summary>A message without its text.</summary>
internal sealed record MailItem(
    long Id,
    string Subject,
    string From,
    string Date,
    string Link,
    bool Seen,
    IReadOnlyList<string>? To = null,
    bool? Flagged = null,
    bool? Answered = null,
    bool? Junk = null,
    bool? Attachments = null,
    [property: Description("Labels, as change_mail takes them away.")] IReadOnlyList<string>? Tags = null,
    [property: Description("How it begins.")] string? Preview = null
)
{
    public static MailItem Of(CloudAddress cloud, PersonZone zone, MailSummary mail) =>
        new(
            mail.Id,
            mail.Subject,
            string.Join(", ", mail.From),
            zone.Write(mail.Date),
            cloud.Link(mail.WebPath),
            mail.IsSeen,
            mail.To.Count > 0 ? [.. mail.To.Select(to => to.ToString())] : null,
            Only(mail.IsFlagged),
            Only(mail.IsAnswered),
            Only(mail.IsJunk),
            Only(mail.HasAttachments),
            mail.Tags.Count > 0 ? [.. mail.Tags.Select(tag => tag.Label)] : null,
            mail.Preview
        );

    private static bool? Only(bool isSet) => isSet ? true : null;
}
