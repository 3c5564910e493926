using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Ocs;

namespace Gatehouse.Nextcloud.Collectives;

/// <summary>All JSON of the Collectives app.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(OcsEnvelope<CollectivesData>))]
[JsonSerializable(typeof(OcsEnvelope<PagesData>))]
[JsonSerializable(typeof(OcsEnvelope<TagsData>))]
[JsonSerializable(typeof(CollectiveWrite))]
[JsonSerializable(typeof(EmojiWrite))]
[JsonSerializable(typeof(PageWrite))]
[JsonSerializable(typeof(TagWrite))]
internal sealed partial class CollectivesJson : JsonSerializerContext;
