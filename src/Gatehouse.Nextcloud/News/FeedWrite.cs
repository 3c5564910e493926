using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.News;

/// <summary>A subscription as it is asked for; no folder is written as null.</summary>
internal sealed record FeedWrite(
    string Url,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? FolderId
);
