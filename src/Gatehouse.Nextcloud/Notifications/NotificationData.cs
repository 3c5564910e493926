using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Notifications;

/// <summary>A notification as the API writes it, as far as it is used.</summary>
internal sealed record NotificationData(
    [property: JsonPropertyName("notification_id")] long NotificationId,
    string? App,
    DateTimeOffset Datetime,
    string? Subject,
    string? Message,
    string? Link,
    [property: JsonPropertyName("object_type")] string? ObjectType,
    [property: JsonPropertyName("object_id")] string? ObjectId
);
