using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.News;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(FeedPage))]
[JsonSerializable(typeof(ArticleList))]
[JsonSerializable(typeof(ArticleText))]
[JsonSerializable(typeof(ArticlesMarked))]
[JsonSerializable(typeof(FeedChanged))]
[JsonSerializable(typeof(FeedDeleted))]
[JsonSerializable(typeof(IReadOnlyList<long>))]
internal sealed partial class NewsToolsJson : JsonSerializerContext;
