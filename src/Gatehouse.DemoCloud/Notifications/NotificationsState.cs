using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.Notifications;

/// <summary>All notifications that wait, oldest first.</summary>
internal sealed record NotificationsState(ImmutableList<Notification> All, long Next);
