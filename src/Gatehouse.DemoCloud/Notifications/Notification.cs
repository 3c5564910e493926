namespace Gatehouse.DemoCloud.Notifications;

/// <summary>A notification that waits for somebody.</summary>
internal sealed record Notification(long Id, string User, DateTimeOffset Time, NotificationDraft Draft);
