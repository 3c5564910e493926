using System.Text.Json.Serialization;

namespace Gatehouse.DemoCloud.Tables;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(TablesState))]
internal sealed partial class TablesStoreJson : JsonSerializerContext;
