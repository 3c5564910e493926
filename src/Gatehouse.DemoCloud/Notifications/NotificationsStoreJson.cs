using System.Text.Json.Serialization;

namespace Gatehouse.DemoCloud.Notifications;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(NotificationsState))]
internal sealed partial class NotificationsStoreJson : JsonSerializerContext;
