using System.Text.Json;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.News;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.News;

public sealed class ArticlesClientTests : CloudTest
{
    private const string Items = "/index.php/apps/news/api/v1-3/items";

    private ArticlesClient Articles => new(Transport);

    [Fact]
    public async Task Articles_are_listed_those_fetched_last_first()
    {
        Cloud.Play("news", "13-items");

        var page = await Articles.ListAsync(Alice, new ArticleQuery { Limit = 10 }, Token);

        Assert.Equal([2, 1], page.Articles.Select(a => a.Id));
        Assert.Equal(
            new Article(
                2,
                1,
                "First item",
                null,
                "http://127.0.0.1:9080/1",
                DateTimeOffset.FromUnixTimeSeconds(1795428000),
                "<p>Hello <b>world</b></p>",
                null,
                null,
                true,
                false
            ),
            page.Articles[0]
        );
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task A_full_page_goes_on_before_its_last_article()
    {
        Cloud.Play("news", "13-items", Items + "?batchSize=2&offset=0&type=3&id=0&getRead=true&oldestFirst=false");
        Cloud.Play("news", "13-items", Items + "?batchSize=2&offset=1&type=3&id=0&getRead=true&oldestFirst=false");

        var one = await Articles.ListAsync(Alice, new ArticleQuery { Limit = 2 }, Token);
        var two = await Articles.ListAsync(Alice, new ArticleQuery { Limit = 2, Before = one.Next }, Token);

        Assert.Equal(1, one.Next);
        Assert.Empty(two.Articles);
        Assert.Null(two.Next);
    }

    [Theory]
    [InlineData(1L, null, true, false, "type=0&id=1&getRead=false")]
    [InlineData(null, 4L, false, false, "type=1&id=4&getRead=true")]
    [InlineData(null, null, false, true, "type=2&id=0&getRead=true")]
    [InlineData(null, null, true, false, "type=6&id=0&getRead=false")]
    public async Task The_cloud_does_the_filtering(long? feed, long? folder, bool unread, bool starred, string expected)
    {
        Cloud.Play("news", "14-items-unread-feed", $"{Items}?batchSize=50&offset=0&{expected}&oldestFirst=false");
        var query = new ArticleQuery
        {
            FeedId = feed,
            FolderId = folder,
            IsUnread = unread,
            IsStarred = starred,
        };

        Assert.Equal(2, (await Articles.ListAsync(Alice, query, Token)).Articles.Count);
    }

    [Theory]
    [InlineData(2, "First item")]
    [InlineData(1, "Second item")]
    public async Task One_article_is_read_without_the_others(long id, string title)
    {
        Cloud.Play(
            "news",
            "13-items",
            $"{Items}?batchSize=2&offset={id + 1}&type=3&id=0&getRead=true&oldestFirst=false"
        );

        Assert.Equal(title, (await Articles.GetAsync(Alice, id, Token)).Title);
        Assert.Single(Cloud.Requests);
    }

    [Fact]
    public async Task An_article_that_is_not_there_is_not_found()
    {
        Cloud.Play("news", "13-items", Items + "?batchSize=2&offset=8&type=3&id=0&getRead=true&oldestFirst=false");

        Assert.Equal(NextcloudErrorKind.NotFound, (await ErrorOf(() => Articles.GetAsync(Alice, 7, Token))).Kind);
    }

    [Fact]
    public async Task A_search_is_done_by_the_cloud()
    {
        Cloud.Play(
            "news",
            "13-items",
            "/index.php/apps/news/items?limit=50&offset=0&type=3&id=0&showAll=true&oldestFirst=false&search=first%20item%20%26"
        );

        var page = await Articles.SearchAsync(Alice, "first item &", new ArticleQuery(), Token);

        Assert.Equal(2, page.Articles.Count);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_may_come_without_articles()
    {
        Cloud.Answer(
            "GET",
            "/index.php/apps/news/items?limit=50&offset=0&type=0&id=1&showAll=false&oldestFirst=false&search=x",
            200,
            "application/json",
            "[]"
        );

        var page = await Articles.SearchAsync(Alice, "x", new ArticleQuery { FeedId = 1, IsUnread = true }, Token);

        Assert.Empty(page.Articles);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task One_article_is_marked_by_its_own_route()
    {
        Cloud.Play("news", "16-item-read").Play("news", "17-item-unread");
        Cloud.Play("news", "18-item-star").Play("news", "19-item-unstar").Play("news", "22-item-404");

        await Articles.MarkReadAsync(Alice, 2, isRead: true, Token);
        await Articles.MarkReadAsync(Alice, 2, isRead: false, Token);
        await Articles.StarAsync(Alice, 2, isStarred: true, Token);
        await Articles.StarAsync(Alice, 2, isStarred: false, Token);
        var error = await ErrorOf(() => Articles.MarkReadAsync(Alice, 99999, isRead: true, Token));

        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
        Assert.Equal("Nextcloud says: Did expect one result but found none", error.Cause);
    }

    [Fact]
    public async Task Several_articles_are_marked_at_once()
    {
        Cloud.Play("news", "20-items-read-multiple").Play("news", "21-items-star-multiple");

        await Articles.MarkReadAsync(Alice, [2], isRead: true, Token);
        AssertSent("20-items-read-multiple");
        await Articles.StarAsync(Alice, [2], isStarred: true, Token);
        AssertSent("21-items-star-multiple");
    }

    [Fact]
    public async Task A_feed_is_marked_read_up_to_an_article()
    {
        Cloud.Play("news", "25-feed-mark-read");
        Cloud.Answer("POST", "/index.php/apps/news/api/v1-3/folders/4/read", 200, "application/json", "null");
        Cloud.Answer("POST", "/index.php/apps/news/api/v1-3/items/read", 200, "application/json", "null");

        await Articles.MarkAllReadAsync(Alice, new ArticleQuery { FeedId = 1 }, 99, Token);
        AssertSent("25-feed-mark-read");
        await Articles.MarkAllReadAsync(Alice, new ArticleQuery { FolderId = 4 }, 99, Token);
        await Articles.MarkAllReadAsync(Alice, new ArticleQuery(), 99, Token);

        Assert.Equal("{\"newestItemId\":99}", Cloud.LastRequest.BodyText);
    }

    private void AssertSent(string recording) =>
        Assert.True(
            JsonElement.DeepEquals(
                JsonElement.Parse(Recording.Load("news", recording).Request.Body!),
                JsonElement.Parse(Cloud.LastRequest.BodyText)
            ),
            Cloud.LastRequest.BodyText
        );
}
