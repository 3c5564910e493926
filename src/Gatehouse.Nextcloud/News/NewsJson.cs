using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.News;

/// <summary>All JSON of the News app.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(FeedsData))]
[JsonSerializable(typeof(FoldersData))]
[JsonSerializable(typeof(ItemsData))]
[JsonSerializable(typeof(FeedWrite))]
[JsonSerializable(typeof(FeedTitleWrite))]
[JsonSerializable(typeof(FeedFolderWrite))]
[JsonSerializable(typeof(FolderWrite))]
[JsonSerializable(typeof(ItemIdsWrite))]
[JsonSerializable(typeof(NewestItemWrite))]
internal sealed partial class NewsJson : JsonSerializerContext;
