using System.Globalization;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.News;

/// <summary>
/// Articles of the News app, API 1-3. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.
/// </summary>
public sealed class ArticlesClient(NextcloudTransport transport)
{
    private const int MaxLimit = 200;

    /// <summary>Articles, those fetched last first.</summary>
    public async Task<ArticlePage> ListAsync(
        NextcloudAccount account,
        ArticleQuery query,
        CancellationToken cancellationToken
    )
    {
        var limit = Math.Clamp(query.Limit, 1, MaxLimit);
        var (type, id) = PlaceOf(query);
        var all = query.IsUnread ? "false" : "true";
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"items?batchSize={limit}&offset={query.Before ?? 0}&type={type}&id={id}&getRead={all}&oldestFirst=false"
        );
        return await PageAsync(
            account,
            NewsRequest.Of(HttpMethod.Get, path, "Listing articles"),
            query,
            limit,
            cancellationToken
        );
    }

    /// <summary>
    /// Articles that hold all of the words, searched by the cloud. The API has no search, so this asks as the web interface does
    /// (which then opens at the same place the next time).
    /// </summary>
    public async Task<ArticlePage> SearchAsync(
        NextcloudAccount account,
        string words,
        ArticleQuery query,
        CancellationToken cancellationToken
    )
    {
        var limit = Math.Clamp(query.Limit, 1, MaxLimit);
        var (type, id) = PlaceOf(query);
        var all = query.IsUnread ? "false" : "true";
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"/index.php/apps/news/items?limit={limit}&offset={query.Before ?? 0}&type={type}&id={id}&showAll={all}&oldestFirst=false&search={Uri.EscapeDataString(words)}"
        );
        var request = new CloudRequest(HttpMethod.Get, path, "Searching articles") { Accept = "application/json" };
        return await PageAsync(account, request, query, limit, cancellationToken);
    }

    /// <summary>
    /// One article. The API gives none by its id, but it gives those before an id: two of them, because versions differ in whether the
    /// one named belongs to them.
    /// </summary>
    public async Task<Article> GetAsync(NextcloudAccount account, long id, CancellationToken cancellationToken)
    {
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"items?batchSize=2&offset={id + 1}&type=3&id=0&getRead=true&oldestFirst=false"
        );
        var request = NewsRequest.Of(HttpMethod.Get, path, $"Reading article {id}");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var items = JsonAnswer.Read(request, answer, NewsJson.Default.ItemsData).Items ?? [];
        return Array.Find(items, i => i.Id == id) is { } item
            ? Convert(item)
            : throw new NextcloudException(
                new(
                    NextcloudErrorKind.NotFound,
                    $"{request.Doing} failed: it is not there.",
                    "News deletes old articles that were read and have no star.",
                    "List or search the articles."
                )
            );
    }

    /// <summary>Marks one article read or unread.</summary>
    public Task MarkReadAsync(NextcloudAccount account, long id, bool isRead, CancellationToken cancellationToken) =>
        MarkAsync(account, id, isRead ? "read" : "unread", cancellationToken);

    /// <summary>Gives one article a star or takes it.</summary>
    public Task StarAsync(NextcloudAccount account, long id, bool isStarred, CancellationToken cancellationToken) =>
        MarkAsync(account, id, isStarred ? "star" : "unstar", cancellationToken);

    /// <summary>Marks several articles read or unread. Those that are not there are passed over.</summary>
    public Task MarkReadAsync(
        NextcloudAccount account,
        IReadOnlyList<long> ids,
        bool isRead,
        CancellationToken cancellationToken
    ) => MarkAsync(account, ids, isRead ? "read" : "unread", cancellationToken);

    /// <summary>Gives several articles a star or takes it. Those that are not there are passed over.</summary>
    public Task StarAsync(
        NextcloudAccount account,
        IReadOnlyList<long> ids,
        bool isStarred,
        CancellationToken cancellationToken
    ) => MarkAsync(account, ids, isStarred ? "star" : "unstar", cancellationToken);

    /// <summary>Marks everything in a feed or folder read, or everything at all when the query names none, up to an article and no further.</summary>
    public Task MarkAllReadAsync(
        NextcloudAccount account,
        ArticleQuery query,
        long newest,
        CancellationToken cancellationToken
    )
    {
        var path = query switch
        {
            { FeedId: { } feed } => string.Create(CultureInfo.InvariantCulture, $"feeds/{feed}/read"),
            { FolderId: { } folder } => string.Create(CultureInfo.InvariantCulture, $"folders/{folder}/read"),
            _ => "items/read",
        };
        var request = NewsRequest.Of(HttpMethod.Post, path, "Marking articles read") with
        {
            Content = JsonAnswer.Content(new NewestItemWrite(newest), NewsJson.Default.NewestItemWrite),
        };
        return transport.CallAsync(account.Login, request, cancellationToken);
    }

    private async Task<ArticlePage> PageAsync(
        NextcloudAccount account,
        CloudRequest request,
        ArticleQuery query,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        // PHP writes an object without members as an empty list: a search where there are no articles at all.
        var items = answer.Body.AsSpan().SequenceEqual("[]"u8)
            ? []
            : JsonAnswer.Read(request, answer, NewsJson.Default.ItemsData).Items ?? [];
        var articles = items.Where(i => query.Before is not { } before || i.Id < before).Select(Convert).ToList();
        return new(articles, items.Length >= limit && articles.Count > 0 ? articles[^1].Id : null);
    }

    private Task<CloudAnswer> MarkAsync(
        NextcloudAccount account,
        long id,
        string how,
        CancellationToken cancellationToken
    ) =>
        transport.CallAsync(
            account.Login,
            NewsRequest.Of(
                HttpMethod.Post,
                string.Create(CultureInfo.InvariantCulture, $"items/{id}/{how}"),
                $"Marking article {id} ({how})"
            ),
            cancellationToken
        );

    private Task<CloudAnswer> MarkAsync(
        NextcloudAccount account,
        IReadOnlyList<long> ids,
        string how,
        CancellationToken cancellationToken
    )
    {
        var request = NewsRequest.Of(HttpMethod.Post, $"items/{how}/multiple", $"Marking articles ({how})") with
        {
            Content = JsonAnswer.Content(new ItemIdsWrite(ids), NewsJson.Default.ItemIdsWrite),
        };
        return transport.CallAsync(account.Login, request, cancellationToken);
    }

    /// <summary>The API's numbers: 0 a feed, 1 a folder, 2 starred, 3 all, 6 all that is unread.</summary>
    private static (int Type, long Id) PlaceOf(ArticleQuery query) =>
        query switch
        {
            { FeedId: { } feed } => (0, feed),
            { FolderId: { } folder } => (1, folder),
            { IsStarred: true } => (2, 0),
            { IsUnread: true } => (6, 0),
            _ => (3, 0),
        };

    private static Article Convert(ItemData item) =>
        new(
            item.Id,
            item.FeedId,
            item.Title ?? "",
            item.Author is { Length: > 0 } author ? author : null,
            item.Url is { Length: > 0 } url ? url : null,
            item.PubDate is { } published ? DateTimeOffset.FromUnixTimeSeconds(published) : null,
            item.Body ?? "",
            item.EnclosureLink is { Length: > 0 } enclosure ? enclosure : null,
            item.EnclosureMime is { Length: > 0 } type ? type : null,
            item.Unread,
            item.Starred
        );
}
