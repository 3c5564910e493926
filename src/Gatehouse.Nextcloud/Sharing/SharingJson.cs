using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Ocs;

namespace Gatehouse.Nextcloud.Sharing;

/// <summary>The JSON of sharing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(OcsEnvelope<ShareData>))]
[JsonSerializable(typeof(OcsEnvelope<ShareData[]>))]
[JsonSerializable(typeof(OcsEnvelope<ShareeLists>))]
[JsonSerializable(typeof(ShareWrite))]
internal sealed partial class SharingJson : JsonSerializerContext;
