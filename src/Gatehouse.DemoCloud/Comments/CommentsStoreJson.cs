using System.Text.Json.Serialization;

namespace Gatehouse.DemoCloud.Comments;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(CommentsState))]
internal sealed partial class CommentsStoreJson : JsonSerializerContext;
