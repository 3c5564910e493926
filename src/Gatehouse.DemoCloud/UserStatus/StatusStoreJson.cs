using System.Text.Json.Serialization;

namespace Gatehouse.DemoCloud.UserStatus;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(StatusState))]
internal sealed partial class StatusStoreJson : JsonSerializerContext;
