using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Notifications;

/// <summary>A page of notifications.</summary>
internal sealed record NotificationList(
    IReadOnlyList<NotificationItem> Notifications,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
