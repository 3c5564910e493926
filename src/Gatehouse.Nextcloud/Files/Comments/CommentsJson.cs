using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Files.Comments;

/// <summary>The JSON of comments.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(CommentWrite))]
internal sealed partial class CommentsJson : JsonSerializerContext;
