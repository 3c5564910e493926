using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Notifications;

/// <summary>What was dismissed.</summary>
internal sealed record NotificationsDismissed([property: Description("Absent: all.")] IReadOnlyList<long>? Ids = null);
