using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Sharing;

/// <summary>The JSON of the tools for sharing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(ShareList))]
[JsonSerializable(typeof(ShareItem))]
[JsonSerializable(typeof(ShareEnded))]
[JsonSerializable(typeof(ShareeList))]
internal sealed partial class SharingToolsJson : JsonSerializerContext;
