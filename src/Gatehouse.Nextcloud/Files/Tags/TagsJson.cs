using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Files.Tags;

/// <summary>The JSON of tags.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(TagWrite))]
internal sealed partial class TagsJson : JsonSerializerContext;
