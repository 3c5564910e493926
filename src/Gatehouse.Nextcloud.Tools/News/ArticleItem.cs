using System.ComponentModel;
using Gatehouse.Nextcloud.News;
using Gatehouse.Nextcloud.Texts;
using Gatehouse.Nextcloud.Tools.Html;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.News;

/// <summary>An article without its text.</summary>
internal sealed record ArticleItem(
    long Id,
    string Title,
    long FeedId,
    bool Unread,
    bool Starred,
    [property: Description("Its feed in Nextcloud.")] string Link,
    [property: Description("Where it was published.")] string? Url = null,
    string? Author = null,
    string? Published = null,
    [property: Description("How it begins.")] string? Excerpt = null
)
{
    private const int MaxExcerpt = 200;

    public static ArticleItem Of(CloudAddress cloud, PersonZone zone, Article article, bool withExcerpt) =>
        new(
            article.Id,
            HtmlText.Of(article.Title),
            article.FeedId,
            article.IsUnread,
            article.IsStarred,
            cloud.Link(Feed.WebPathOf(article.FeedId)),
            article.Url,
            article.Author,
            zone.Write(article.Published),
            withExcerpt ? ExcerptOf(article.Html) : null
        );

    private static string? ExcerptOf(string html)
    {
        // Enough of a page for its first sentences; a list has many.
        var words = HtmlText
            .Of(html.Length <= 4000 ? html : html[..4000])
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : Beginning.Of(string.Join(' ', words), MaxExcerpt);
    }
}
