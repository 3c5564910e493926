using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Notifications;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(NotificationList))]
[JsonSerializable(typeof(NotificationsDismissed))]
[JsonSerializable(typeof(long[]))]
internal sealed partial class NotificationsToolsJson : JsonSerializerContext;
