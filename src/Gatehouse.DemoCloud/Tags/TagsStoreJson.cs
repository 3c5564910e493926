using System.Text.Json.Serialization;

namespace Gatehouse.DemoCloud.Tags;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(TagsState))]
internal sealed partial class TagsStoreJson : JsonSerializerContext;
