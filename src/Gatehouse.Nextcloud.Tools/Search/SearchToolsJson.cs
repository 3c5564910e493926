using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Search;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class SearchToolsJson : JsonSerializerContext;
