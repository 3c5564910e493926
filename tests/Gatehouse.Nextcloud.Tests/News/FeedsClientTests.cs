using System.Text.Json;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.News;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.News;

public sealed class FeedsClientTests : CloudTest
{
    private FeedsClient Feeds => new(Transport);

    [Fact]
    public async Task Feeds_are_listed_with_what_is_unread_and_the_newest_article()
    {
        Cloud.Play("news", "12-feeds");

        var list = await Feeds.ListAsync(Alice, Token);

        Assert.Equal(
            new Feed(
                1,
                "Example feed",
                "http://127.0.0.1:9080/feed.xml",
                "http://127.0.0.1:9080/",
                1,
                2,
                DateTimeOffset.FromUnixTimeSeconds(1795447208),
                0,
                null
            ),
            Assert.Single(list.Feeds)
        );
        Assert.Equal(2, list.NewestArticleId);
        Assert.Equal(0, list.StarredCount);
        Assert.Equal("/index.php/apps/news/#/feed/1", list.Feeds[0].WebPath);
    }

    [Fact]
    public async Task A_feed_that_fails_says_how_often_and_why()
    {
        const string failing = """
            {"starredCount":3,"feeds":[{"id":9,"url":"http://127.0.0.1:9/","title":"Gone","folderId":0,"unreadCount":0,"added":1,"link":"","updateErrorCount":7,"lastUpdateError":"cURL error 7"}]}
            """;
        Cloud.Answer("GET", "/index.php/apps/news/api/v1-3/feeds", 200, "application/json", failing);

        var feed = Assert.Single((await Feeds.ListAsync(Alice, Token)).Feeds);

        Assert.Equal(7, feed.ErrorCount);
        Assert.Equal("cURL error 7", feed.LastError);
        Assert.Null(feed.FolderId);
        Assert.Null(feed.SiteUrl);
    }

    [Fact]
    public async Task Folders_are_made_listed_renamed_and_deleted()
    {
        Cloud.Play("news", "05-folders-empty").Play("news", "06-folder-create");
        Cloud.Play("news", "28-folder-rename").Play("news", "29-folder-delete");

        Assert.Empty(await Feeds.ListFoldersAsync(Alice, Token));
        Assert.Equal(new FeedFolder(1, "Tech"), await Feeds.CreateFolderAsync(Alice, "Tech", Token));
        AssertSent("06-folder-create");
        await Feeds.RenameFolderAsync(Alice, 1, "Technology", Token);
        AssertSent("28-folder-rename");
        await Feeds.DeleteFolderAsync(Alice, 1, Token);
    }

    [Fact]
    public async Task A_subscription_is_sent_as_recorded()
    {
        Cloud.Play("news", "09-feed-create");

        var feed = await Feeds.SubscribeAsync(Alice, "http://127.0.0.1:9080/feed.xml", 1, Token);

        Assert.Equal("Example feed", feed.Title);
        Assert.Equal(0, feed.Unread);
        AssertSent("09-feed-create");
    }

    [Fact]
    public async Task A_feed_that_is_there_already_is_a_conflict()
    {
        Cloud.Play("news", "10-feed-create-dup-409");

        var error = await ErrorOf(() => Feeds.SubscribeAsync(Alice, "http://127.0.0.1:9080/feed.xml", 1, Token));

        Assert.Equal(NextcloudErrorKind.Conflict, error.Kind);
        Assert.Contains("subscribed to it already", error.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_cloud_cannot_fetch_is_no_feed()
    {
        Cloud.Play("news", "11-feed-create-unreachable-422");

        var error = await ErrorOf(() => Feeds.SubscribeAsync(Alice, "http://127.0.0.1:9/none.xml", null, Token));

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.Contains("Failed to connect", error.Cause, StringComparison.Ordinal);
        AssertSent("11-feed-create-unreachable-422");
    }

    [Fact]
    public async Task A_feed_is_renamed_moved_and_ended()
    {
        Cloud.Play("news", "23-feed-rename").Play("news", "24-feed-move");
        Cloud.Play("news", "26-feed-delete").Play("news", "27-feed-delete-404");

        await Feeds.RenameAsync(Alice, 1, "My feed", Token);
        AssertSent("23-feed-rename");
        await Feeds.MoveAsync(Alice, 1, null, Token);
        AssertSent("24-feed-move");
        await Feeds.UnsubscribeAsync(Alice, 1, Token);
        var error = await ErrorOf(() => Feeds.UnsubscribeAsync(Alice, 1, Token));

        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
        Assert.DoesNotContain("SELECT", error.ToString(), StringComparison.Ordinal);
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
