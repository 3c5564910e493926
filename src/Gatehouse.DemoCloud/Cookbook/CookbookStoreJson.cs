using System.Text.Json.Serialization;

namespace Gatehouse.DemoCloud.Cookbook;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(CookbookState))]
internal sealed partial class CookbookStoreJson : JsonSerializerContext;
