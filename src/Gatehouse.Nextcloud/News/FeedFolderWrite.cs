using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.News;

/// <summary>The folder a feed goes to; null for none.</summary>
internal sealed record FeedFolderWrite([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? FolderId);
