using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Collectives;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(CollectiveList))]
[JsonSerializable(typeof(PageList))]
[JsonSerializable(typeof(PageContent))]
[JsonSerializable(typeof(PageChanged))]
[JsonSerializable(typeof(CollectiveThing))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class CollectivesToolsJson : JsonSerializerContext;
