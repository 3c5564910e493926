using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.UserStatus;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(StatusItem))]
[JsonSerializable(typeof(StatusChanged))]
[JsonSerializable(typeof(StatusChoice?))]
internal sealed partial class UserStatusToolsJson : JsonSerializerContext;
