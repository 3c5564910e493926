using System.ComponentModel;
using System.Globalization;
using Gatehouse.Nextcloud.News;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Html;
using Gatehouse.Nextcloud.Tools.Paging;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.News;

/// <summary>Finds and reads news.</summary>
[McpServerToolType]
[RequiresScope(NewsApp.Read)]
internal sealed class NewsReadTools(FeedsClient feeds, ArticlesClient articles, PersonZones zones)
{
    private const int MaxLimit = 200;

    [McpServerTool(
        Name = "list_feeds",
        Title = "List feeds",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /index.php/apps/news/api/v1-3/feeds")]
    [Upstream("GET /index.php/apps/news/api/v1-3/folders")]
    [Description("Lists news feeds and their folders.")]
    public async Task<FeedPage> ListFeedsAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var (list, folders) = await SideBySide.AskAsync(
            token => feeds.ListAsync(account, token),
            token => feeds.ListFoldersAsync(account, token),
            cancellationToken
        );
        return new(
            [.. list.Feeds.Select(f => FeedItem.Of(account.Cloud, f))],
            [.. folders.Select(f => new FeedFolderItem(f.Id, f.Name))],
            list.NewestArticleId
        );
    }

    [McpServerTool(
        Name = "list_articles",
        Title = "List articles",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /index.php/apps/news/api/v1-3/items", When = "without words to search for")]
    [Upstream("GET /index.php/apps/news/items", When = "with words to search for")]
    [Description("Lists or searches news articles, newest first.")]
    public async Task<ArticleList> ListAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Words that all occur.")] string? query = null,
        [Description("Only this feed.")] long? feedId = null,
        [Description("Only this folder.")] long? folderId = null,
        [Description("Starred.")] bool? starred = null,
        [Description("Unread.")] bool? unread = null,
        [Description("1 to 200.")] int limit = 20,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        if ((feedId is null ? 0 : 1) + (folderId is null ? 0 : 1) + (starred is true ? 1 : 0) > 1)
            throw Arguments.Bad("starred", "Only one of feedId, folderId and starred can be asked for at once.");

        var asked = new ArticleQuery
        {
            FeedId = feedId,
            FolderId = folderId,
            IsStarred = starred is true,
            IsUnread = unread is true,
            Limit = Arguments.Between("limit", limit, 1, MaxLimit),
            Before = Number(OpaqueCursor.Decode("list_articles", cursor)),
        };
        var zone = await zones.OfAsync(account, cancellationToken);
        var page = string.IsNullOrWhiteSpace(query)
            ? await articles.ListAsync(account, asked, cancellationToken)
            : await articles.SearchAsync(account, query, asked, cancellationToken);
        return new(
            [.. page.Articles.Select(a => ArticleItem.Of(account.Cloud, zone, a, withExcerpt: true))],
            OpaqueCursor.Encode("list_articles", page.Next?.ToString(CultureInfo.InvariantCulture))
        );
    }

    [McpServerTool(
        Name = "read_article",
        Title = "Read an article",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /index.php/apps/news/api/v1-3/items")]
    [Description("Reads a news article as its feed has it.")]
    public async Task<ArticleText> ReadAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Article.")] long id,
        [Description("nextOffset of the last answer.")] int? offset = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var start = (int)Arguments.AtLeast("offset", offset ?? 0, 0);
        var zone = await zones.OfAsync(account, cancellationToken);
        var article = await articles.GetAsync(account, id, cancellationToken);
        var part = TextPart.Of(HtmlText.Of(article.Html), start, TextPart.Usual);
        return new(
            ArticleItem.Of(account.Cloud, zone, article, withExcerpt: false),
            part.Text,
            part.Offset,
            part.TotalLength,
            part.NextOffset,
            article.Enclosure
        );
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
