using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Ocs;

namespace Gatehouse.Nextcloud.Search;

/// <summary>The JSON of the unified search.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(OcsEnvelope<ProviderData[]>))]
[JsonSerializable(typeof(OcsEnvelope<PageData>))]
internal sealed partial class UnifiedSearchJson : JsonSerializerContext;
