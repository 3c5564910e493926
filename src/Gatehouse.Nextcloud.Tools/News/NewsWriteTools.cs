using System.ComponentModel;
using Gatehouse.Nextcloud.News;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.News;

/// <summary>Marks articles, and changes what is subscribed to.</summary>
[McpServerToolType]
[RequiresScope(NewsApp.Write)]
internal sealed class NewsWriteTools(FeedsClient feeds, ArticlesClient articles)
{
    private const int MaxIds = 200;

    [McpServerTool(
        Name = "mark_articles",
        Title = "Mark articles",
        ReadOnly = false,
        Destructive = false,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("POST /index.php/apps/news/api/v1-3/items/{id}/read", When = "when one is marked read")]
    [Upstream("POST /index.php/apps/news/api/v1-3/items/{id}/unread", When = "when one is marked unread")]
    [Upstream("POST /index.php/apps/news/api/v1-3/items/{id}/star", When = "when one gets a star")]
    [Upstream("POST /index.php/apps/news/api/v1-3/items/{id}/unstar", When = "when one loses its star")]
    [Upstream("POST /index.php/apps/news/api/v1-3/items/read/multiple", When = "when several are marked read")]
    [Upstream("POST /index.php/apps/news/api/v1-3/items/unread/multiple", When = "when several are marked unread")]
    [Upstream("POST /index.php/apps/news/api/v1-3/items/star/multiple", When = "when several get a star")]
    [Upstream("POST /index.php/apps/news/api/v1-3/items/unstar/multiple", When = "when several lose their stars")]
    [Upstream("POST /index.php/apps/news/api/v1-3/feeds/{id}/read", When = "when all of a feed are marked")]
    [Upstream("POST /index.php/apps/news/api/v1-3/folders/{id}/read", When = "when all of a folder are marked")]
    [Upstream("POST /index.php/apps/news/api/v1-3/items/read", When = "when all there are are marked")]
    [Description("Marks articles (ids), or, with upTo, all of a feed, a folder or everything as read.")]
    public async Task<ArticlesMarked> MarkAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("At most 200.")] IReadOnlyList<long>? ids = null,
        [Description("Read or unread.")] bool? read = null,
        [Description("Star or not.")] bool? starred = null,
        [Description("newestId.")] long? upTo = null,
        [Description("With upTo.")] long? feedId = null,
        [Description("With upTo.")] long? folderId = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        if (upTo is { } newest)
        {
            if (ids is not null || read is false || starred is not null || (feedId is not null && folderId is not null))
                throw Arguments.Bad("upTo", "It marks all of one place read; leave ids and starred away.");

            var place = new ArticleQuery { FeedId = feedId, FolderId = folderId };
            await articles.MarkAllReadAsync(account, place, newest, cancellationToken);
            return new(Read: true);
        }

        if (ids is null or { Count: 0 or > MaxIds })
            throw Arguments.Bad("ids", $"Give 1 to {MaxIds} ids of list_articles, or upTo.");
        if (feedId is not null || folderId is not null)
            throw Arguments.Bad("upTo", "A feed or folder is marked up to an article: give newestId of list_feeds.");
        if ((read, starred) is (null, null))
            throw Arguments.Bad("read", "Give read or starred.");

        if (read is { } isRead)
            await (
                ids is [var one]
                    ? articles.MarkReadAsync(account, one, isRead, cancellationToken)
                    : articles.MarkReadAsync(account, ids, isRead, cancellationToken)
            );
        if (starred is { } isStarred)
            await (
                ids is [var one]
                    ? articles.StarAsync(account, one, isStarred, cancellationToken)
                    : articles.StarAsync(account, ids, isStarred, cancellationToken)
            );
        return new(read, starred, ids.Count);
    }

    [McpServerTool(
        Name = "set_feed",
        Title = "Set a feed",
        ReadOnly = false,
        Destructive = false,
        Idempotent = true,
        OpenWorld = true,
        UseStructuredContent = true
    )]
    [Upstream("GET /index.php/apps/news/api/v1-3/folders", When = "with a folder")]
    [Upstream("POST /index.php/apps/news/api/v1-3/folders", When = "when there is none of that name")]
    [Upstream("POST /index.php/apps/news/api/v1-3/feeds", When = "with a url")]
    [Upstream("POST /index.php/apps/news/api/v1-3/feeds/{id}/rename", When = "with a title")]
    [Upstream("POST /index.php/apps/news/api/v1-3/feeds/{id}/move", When = "with a folder for a feed that is there")]
    [Description("Subscribes to a feed (url), or renames or moves one (id).")]
    public async Task<FeedChanged> SetFeedAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("RSS or Atom feed.")] string? url = null,
        [Description("Feed to change.")] long? id = null,
        [Description("Title.")] string? title = null,
        [Description("Name; empty for none.")] string? folder = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        if (title is not null)
            Arguments.NotEmpty("title", title);
        if ((url is null) == (id is null))
            throw Arguments.Bad("id", "Give either the url of a new feed or the id of one that is there.");
        if (url is null && (title, folder) is (null, null))
            throw Arguments.Bad("title", "Give a title or a folder.");

        var address = url is null ? null : WebAddress(url);
        var place = string.IsNullOrWhiteSpace(folder) ? null : await FolderAsync(account, folder, cancellationToken);
        var made = address is null ? null : await feeds.SubscribeAsync(account, address, place?.Id, cancellationToken);
        var known = made?.Id ?? id!.Value;
        if (title is not null)
            await feeds.RenameAsync(account, known, title, cancellationToken);
        if (made is null && folder is not null)
            await feeds.MoveAsync(account, known, place?.Id, cancellationToken);
        return new(known, account.Cloud.Link(Feed.WebPathOf(known)), title ?? made?.Title, made?.Url, place?.Id);
    }

    [McpServerTool(
        Name = "delete_feed",
        Title = "Delete a feed",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("DELETE /index.php/apps/news/api/v1-3/feeds/{id}", When = "when a feed is named")]
    [Upstream("GET /index.php/apps/news/api/v1-3/feeds", When = "when a folder is named")]
    [Upstream("DELETE /index.php/apps/news/api/v1-3/folders/{id}", When = "when a folder is named")]
    [Description("Deletes a feed, or a folder with its feeds.")]
    public async Task<FeedDeleted> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Feed.")] long? id = null,
        [Description("Folder.")] long? folderId = null,
        [Description("From the refusal.")] string? confirmation = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        if (id is { } feed && folderId is null)
        {
            await feeds.UnsubscribeAsync(account, feed, cancellationToken);
            return new(feed);
        }

        if (folderId is not { } folder || id is not null)
            throw Arguments.Bad("id", "Give either the id of a feed or a folderId.");

        var count = await CountAsync(account, folder, cancellationToken);
        if (count > 0)
            Confirmation.Require(request, $"Delete folder {folder} of News and end its {count} subscriptions?");
        await feeds.DeleteFolderAsync(account, folder, cancellationToken);
        return new(FolderId: folder, Feeds: count);
    }

    private async Task<int> CountAsync(NextcloudAccount account, long folder, CancellationToken cancellationToken) =>
        (await feeds.ListAsync(account, cancellationToken)).Feeds.Count(f => f.FolderId == folder);

    /// <summary>The API would make a second one of the same name.</summary>
    private async Task<FeedFolder> FolderAsync(
        NextcloudAccount account,
        string name,
        CancellationToken cancellationToken
    ) =>
        (await feeds.ListFoldersAsync(account, cancellationToken)).FirstOrDefault(f =>
            string.Equals(f.Name, name, StringComparison.Ordinal)
        ) ?? await feeds.CreateFolderAsync(account, name, cancellationToken);

    private static string WebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? url
            : throw Arguments.Bad("url", "It must be an address beginning with https:// or http://.");
}
