using System.Text.Json;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

public sealed class NewsLifeTests : LifeTest
{
    private const string Feed = "https://kitchen.example.com/rss";

    [Fact]
    public async Task A_feed_lives_from_its_subscription_to_its_end()
    {
        // A real cloud would have to fetch a real feed.
        _ = Demo;
        await using var alice = await AliceAsync();

        var feed = await CallAsync(alice, "set_feed", new { url = Feed, folder = Unique });
        var folderId = feed.GetProperty("folderId").GetInt64();
        var feedId = feed.GetProperty("id").GetInt64();
        var twice = await ErrorAsync(alice, "set_feed", new { url = Feed });
        await CallAsync(alice, "set_feed", new { id = feedId, title = "Kitchen" });
        var found = await CallAsync(alice, "list_articles", new { query = "lemon", folderId });
        var article = Assert.Single(found.GetProperty("articles").EnumerateArray());
        var id = article.GetProperty("id").GetInt64();
        var read = await CallAsync(alice, "read_article", new { id });
        await CallAsync(
            alice,
            "mark_articles",
            new
            {
                ids = new[] { id },
                read = true,
                starred = true,
            }
        );
        var starred = await CallAsync(alice, "list_articles", new { starred = true });
        var unread = await CallAsync(alice, "list_articles", new { feedId, unread = true });
        var feeds = await CallAsync(alice, "list_feeds", new { });
        var asked = await ErrorAsync(alice, "delete_feed", new { folderId });
        await CallAsync(alice, "delete_feed", new { folderId, confirmation = asked.Split('\'')[^2] });
        var gone = await ErrorAsync(alice, "read_article", new { id });

        Assert.Contains("already", twice, StringComparison.Ordinal);
        Assert.Contains("250 g butter", read.GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Contains(starred.GetProperty("articles").EnumerateArray(), a => Id(a) == id);
        Assert.Empty(unread.GetProperty("articles").EnumerateArray());
        Assert.Contains(
            feeds.GetProperty("feeds").EnumerateArray(),
            f => Id(f) == feedId && f.GetProperty("title").GetString() == "Kitchen"
        );
        Assert.Contains("not there", gone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_are_listed_page_by_page_and_read_up_to_the_newest()
    {
        _ = Demo;
        await using var bob = await BobAsync();

        var ids = new List<long>();
        string? cursor = null;
        do
        {
            var page = await CallAsync(
                bob,
                "list_articles",
                cursor is null ? new { limit = 2 } : new { limit = 2, cursor }
            );
            ids.AddRange(page.GetProperty("articles").EnumerateArray().Select(Id));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        } while (cursor is not null);
        var feeds = await CallAsync(bob, "list_feeds", new { });
        await CallAsync(bob, "mark_articles", new { upTo = feeds.GetProperty("newestId").GetInt64() });
        var unread = await CallAsync(bob, "list_articles", new { unread = true });

        Assert.Equal(5, ids.Distinct().Count());
        Assert.Equal(ids.OrderDescending(), ids);
        Assert.Empty(unread.GetProperty("articles").EnumerateArray());
    }

    private static long Id(JsonElement thing) => thing.GetProperty("id").GetInt64();
}
