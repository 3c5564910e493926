using System.Text.Json.Serialization;

namespace Gatehouse.DemoCloud.Talk;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(TalkState))]
internal sealed partial class TalkStoreJson : JsonSerializerContext;
