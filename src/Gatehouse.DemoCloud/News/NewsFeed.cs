using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.News;

/// <summary>A subscription.</summary>
internal sealed record NewsFeed(
    long Id,
    string Person,
    string Url,
    string Title,
    string Link,
    long? FolderId,
    long Added
)
{
    /// <summary>As JSON; a subscription just made has not been counted yet.</summary>
    public JsonObject ToJson(int? unread) =>
        new()
        {
            ["id"] = Id,
            ["url"] = Url,
            ["title"] = Title,
            ["faviconLink"] = null,
            ["added"] = Added,
            ["folderId"] = FolderId,
            ["unreadCount"] = unread,
            ["ordering"] = 0,
            ["link"] = Link,
            ["pinned"] = false,
            ["updateErrorCount"] = 0,
            ["lastUpdateError"] = unread is null ? "" : null,
            ["items"] = new JsonArray(),
            ["nextUpdateTime"] = null,
        };
}
