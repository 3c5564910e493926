using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Cookbook;

/// <summary>The JSON of the tools for recipes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(RecipeList))]
[JsonSerializable(typeof(RecipeAnswer))]
[JsonSerializable(typeof(RecipeDeleted))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class CookbookToolsJson : JsonSerializerContext;
