using System.ComponentModel;
using Gatehouse.Nextcloud.Notifications;
using Gatehouse.Nextcloud.Tools.Times;

namespace Gatehouse.Nextcloud.Tools.Notifications;

/// <summary>A notification.</summary>
internal sealed record NotificationItem(
    long Id,
    string App,
    string Time,
    string Subject,
    [property: Description("What it is about, in the app's words, e.g. chat.")] string ObjectType,
    [property: Description("Which of those.")] string ObjectId,
    string? Message = null,
    [property: Description("Where it leads, for the person.")] string? Link = null
)
{
    public static NotificationItem Of(PersonZone zone, Notification notification) =>
        new(
            notification.Id,
            notification.App,
            zone.Write(notification.Time),
            notification.Subject,
            notification.ObjectType,
            notification.ObjectId,
            notification.Message.Length > 0 ? notification.Message : null,
            notification.Link
        );
}
