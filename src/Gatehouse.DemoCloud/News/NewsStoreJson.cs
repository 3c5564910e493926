using System.Text.Json.Serialization;

namespace Gatehouse.DemoCloud.News;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(NewsState))]
internal sealed partial class NewsStoreJson : JsonSerializerContext;
