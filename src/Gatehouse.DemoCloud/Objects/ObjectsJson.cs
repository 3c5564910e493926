using System.Text.Json.Serialization;

namespace Gatehouse.DemoCloud.Objects;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(ObjectsState))]
internal sealed partial class ObjectsJson : JsonSerializerContext;
