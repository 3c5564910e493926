using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Ocs;

namespace Gatehouse.Nextcloud.Notifications;

/// <summary>The JSON of notifications.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(OcsEnvelope<NotificationData[]>))]
internal sealed partial class NotificationsJson : JsonSerializerContext;
