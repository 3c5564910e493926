using System.Text.Json.Serialization;

namespace Gatehouse.DemoCloud.Activity;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(ActivityState))]
internal sealed partial class ActivityStoreJson : JsonSerializerContext;
