using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Cookbook;

/// <summary>All JSON of Cookbook.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(RecipeSummaryData[]))]
[JsonSerializable(typeof(RecipeGroupData[]))]
[JsonSerializable(typeof(CookbookSettings))]
[JsonSerializable(typeof(ImportWrite))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class CookbookJson : JsonSerializerContext;
