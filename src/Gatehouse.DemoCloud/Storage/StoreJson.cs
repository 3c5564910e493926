using System.Text.Json.Serialization;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Storage;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(Instance))]
[JsonSerializable(typeof(AppPassword[]))]
[JsonSerializable(typeof(StoredFile[]))]
internal sealed partial class StoreJson : JsonSerializerContext;
