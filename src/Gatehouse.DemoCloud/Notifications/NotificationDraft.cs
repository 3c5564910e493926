namespace Gatehouse.DemoCloud.Notifications;

/// <summary>A notification an app has for somebody. A person it is about stands as <c>{user}</c> in the subject.</summary>
internal sealed record NotificationDraft(
    string App,
    string Subject,
    string Message,
    string Link,
    string ObjectType,
    string ObjectId,
    string? About = null
);
