using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;

namespace Gatehouse.Nextcloud.Tools.Tests.News;

public sealed class NewsToolsTests : ToolTest
{
    private const string Api = "/index.php/apps/news/api/v1-3/";
    private const string Query = "&type=3&id=0&getRead=true&oldestFirst=false";

    [Fact]
    public async Task Feeds_are_listed_with_their_folders()
    {
        Cloud.Play("news", "12-feeds");
        Cloud.Answer("GET", Api + "folders", 200, "application/json", """{"folders":[{"id":1,"name":"Tech"}]}""");
        await using var alice = await AliceAsync();

        var page = await CallAsync(alice, "list_feeds", new { });

        var feed = page.GetProperty("feeds")[0];
        Assert.Equal("Example feed", feed.GetProperty("title").GetString());
        Assert.Equal(2, feed.GetProperty("unread").GetInt32());
        Assert.Equal(Cloud.Address + "/index.php/apps/news/#/feed/1", feed.GetProperty("link").GetString());
        Assert.False(feed.TryGetProperty("errors", out _));
        Assert.Equal("Tech", page.GetProperty("folders")[0].GetProperty("name").GetString());
        Assert.Equal(2, page.GetProperty("newestId").GetInt64());
    }

    [Fact]
    public async Task Articles_are_listed_as_text_in_the_persons_time()
    {
        Cloud.Play("news", "13-items", $"{Api}items?batchSize=2&offset=0{Query}");
        Cloud.Play("news", "13-items", $"{Api}items?batchSize=2&offset=1{Query}");
        await using var alice = await AliceAsync();

        var one = await CallAsync(alice, "list_articles", new { limit = 2 });
        var two = await CallAsync(alice, "list_articles", new { limit = 2, cursor = Cursor(one) });

        var first = one.GetProperty("articles")[0];
        Assert.Equal("Hello world", first.GetProperty("excerpt").GetString());
        Assert.Equal("2026-11-23T11:00:00+01:00", first.GetProperty("published").GetString());
        Assert.Equal("http://127.0.0.1:9080/1", first.GetProperty("url").GetString());
        Assert.Empty(two.GetProperty("articles").EnumerateArray());
    }

    [Fact]
    public async Task Words_are_searched_by_the_cloud()
    {
        Cloud.Play(
            "news",
            "13-items",
            "/index.php/apps/news/items?limit=20&offset=0&type=0&id=1&showAll=false&oldestFirst=false&search=oak"
        );
        await using var alice = await AliceAsync();

        var found = await CallAsync(
            alice,
            "list_articles",
            new
            {
                query = "oak",
                feedId = 1,
                unread = true,
            }
        );

        Assert.Equal(2, found.GetProperty("articles").GetArrayLength());
        Assert.Contains(
            "Only one of feedId",
            await ErrorAsync(alice, "list_articles", new { feedId = 1, starred = true }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task One_article_is_read_by_one_request()
    {
        Cloud.Play("news", "13-items", $"{Api}items?batchSize=2&offset=3{Query}");
        Cloud.Play("news", "13-items", $"{Api}items?batchSize=2&offset=78{Query}");
        await using var alice = await AliceAsync();

        var read = await CallAsync(alice, "read_article", new { id = 2, offset = 6 });
        var error = await ErrorAsync(alice, "read_article", new { id = 77 });

        Assert.Equal("world", read.GetProperty("content").GetString());
        Assert.Equal(11, read.GetProperty("totalLength").GetInt32());
        Assert.Contains("it is not there", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_are_marked_one_several_or_all_of_a_place()
    {
        Cloud.Play("news", "16-item-read").Play("news", "18-item-star");
        Cloud.Play("news", "20-items-read-multiple", Api + "items/unread/multiple");
        Cloud.Play("news", "25-feed-mark-read").Play("news", "22-item-404");
        await using var alice = await AliceAsync();

        await CallAsync(
            alice,
            "mark_articles",
            new
            {
                ids = new[] { 2 },
                read = true,
                starred = true,
            }
        );
        var several = await CallAsync(alice, "mark_articles", new { ids = new[] { 1, 2 }, read = false });
        var feed = await CallAsync(alice, "mark_articles", new { feedId = 1, upTo = 99 });
        var gone = await ErrorAsync(alice, "mark_articles", new { ids = new[] { 99999 }, read = true });

        Assert.Equal("""{"read":false,"count":2}""", several.GetRawText());
        Assert.Equal("""{"read":true}""", feed.GetRawText());
        Assert.Contains("it is not there", gone, StringComparison.Ordinal);
        Assert.DoesNotContain("SELECT", gone, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"ids":[1]}""")]
    [InlineData("""{"ids":[],"read":true}""")]
    [InlineData("""{"ids":[1],"feedId":3,"read":true}""")]
    [InlineData("""{"ids":[1],"upTo":3}""")]
    [InlineData("""{"upTo":3,"feedId":1,"folderId":2}""")]
    public async Task What_is_to_be_marked_must_be_clear(string arguments)
    {
        await using var alice = await AliceAsync();

        await ErrorAsync(alice, "mark_articles", JsonElement.Parse(arguments));

        Assert.DoesNotContain(Cloud.Requests, r => r.Path.Contains("/news/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Feeds_are_subscribed_to_renamed_and_moved_and_folders_made_once()
    {
        const string folders = """{"folders":[{"id":1,"name":"Tech"}]}""";
        Cloud.Play("news", "05-folders-empty").Play("news", "06-folder-create").Play("news", "09-feed-create");
        Cloud.Play("news", "23-feed-rename").Play("news", "24-feed-move");
        Cloud.Answer("GET", Api + "folders", 200, "application/json", folders);
        await using var alice = await AliceAsync();

        var made = await CallAsync(
            alice,
            "set_feed",
            new
            {
                url = "http://127.0.0.1:9080/feed.xml",
                folder = "Tech",
                title = "My feed",
            }
        );
        await CallAsync(alice, "set_feed", new { id = 1, folder = "Tech" });
        var moved = await CallAsync(alice, "set_feed", new { id = 1, folder = "" });

        Assert.Equal("My feed", made.GetProperty("title").GetString());
        Assert.Equal(1, made.GetProperty("folderId").GetInt64());
        Assert.False(moved.TryGetProperty("folderId", out _));
        Assert.Equal("""{"folderId":null}""", Cloud.LastRequest.BodyText);
        Assert.Single(Cloud.Requests, r => r.Method == "POST" && r.Path.EndsWith("/folders", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_feed_or_there_already_is_said()
    {
        Cloud.Play("news", "10-feed-create-dup-409").Play("news", "11-feed-create-unreachable-422");
        await using var alice = await AliceAsync();

        var twice = await ErrorAsync(alice, "set_feed", new { url = "http://127.0.0.1:9080/feed.xml" });
        Cloud.Forget().Play("news", "11-feed-create-unreachable-422");
        var none = await ErrorAsync(alice, "set_feed", new { url = "http://127.0.0.1:9/none.xml" });
        var odd = await ErrorAsync(alice, "set_feed", new { url = "file:///etc/passwd" });

        Assert.Contains("subscribed to it already", twice, StringComparison.Ordinal);
        Assert.Contains("could not read a feed", none, StringComparison.Ordinal);
        Assert.Contains("must be an address", odd, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_goes_only_when_the_person_agreed_and_a_feed_at_once()
    {
        Cloud.Play("news", "26-feed-delete").Play("news", "27-feed-delete-404");
        Cloud.Play("news", "12-feeds").Play("news", "29-folder-delete");
        await using var alice = await AliceAsync();

        await CallAsync(alice, "delete_feed", new { id = 1 });
        var gone = await ErrorAsync(alice, "delete_feed", new { id = 1 });
        var asked = await ErrorAsync(alice, "delete_feed", new { folderId = 1 });
        var deleted = await CallAsync(alice, "delete_feed", new { folderId = 1, confirmation = asked.Split('\'')[^2] });

        Assert.Contains("it is not there", gone, StringComparison.Ordinal);
        Assert.Contains("end its 1 subscriptions?", asked, StringComparison.Ordinal);
        Assert.Equal("""{"folderId":1,"feeds":1}""", deleted.GetRawText());
    }

    private static string? Cursor(JsonElement page) => page.GetProperty("nextCursor").GetString();
}
