using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Activity;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(ActivityList))]
[JsonSerializable(typeof(long?))]
internal sealed partial class ActivityToolsJson : JsonSerializerContext;
