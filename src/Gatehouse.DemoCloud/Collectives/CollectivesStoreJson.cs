using System.Text.Json.Serialization;

namespace Gatehouse.DemoCloud.Collectives;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(CollectivesState))]
internal sealed partial class CollectivesStoreJson : JsonSerializerContext;
