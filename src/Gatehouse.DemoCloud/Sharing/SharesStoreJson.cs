using System.Text.Json.Serialization;

namespace Gatehouse.DemoCloud.Sharing;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(SharesState))]
internal sealed partial class SharesStoreJson : JsonSerializerContext;
