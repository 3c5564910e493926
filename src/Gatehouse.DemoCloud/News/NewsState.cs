using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.News;

/// <summary>All folders, feeds and articles of all people; ids count up over everybody, as in the real one.</summary>
internal sealed record NewsState
{
    public ImmutableList<NewsFolder> Folders { get; init; } = [];

    public ImmutableList<NewsFeed> Feeds { get; init; } = [];

    public ImmutableList<NewsItem> Items { get; init; } = [];

    public long LastId { get; init; }

    public long LastFolder { get; init; }

    public long LastItem { get; init; }

    public IEnumerable<NewsFolder> FoldersOf(string person) => Folders.Where(folder => folder.Person == person);

    public IEnumerable<NewsFeed> FeedsOf(string person) => Feeds.Where(feed => feed.Person == person);

    /// <summary>Articles of a person, those fetched last first.</summary>
    public IEnumerable<NewsItem> ItemsOf(string person)
    {
        var feeds = FeedsOf(person).Select(feed => feed.Id).ToHashSet();
        return Items.Where(item => feeds.Contains(item.FeedId)).OrderByDescending(item => item.Id);
    }

    public NewsState WithFolder(string person, string name) =>
        this with
        {
            LastFolder = LastFolder + 1,
            Folders = Folders.Add(new NewsFolder(LastFolder + 1, person, name)),
        };

    /// <summary>Subscribes; the oldest article is fetched first.</summary>
    public NewsState WithFeed(string person, KnownFeed known, long? folder, long now)
    {
        var id = LastId + 1;
        var items = known.Articles.Reverse().Select((article, index) => article.ToItem(LastItem + index + 1, id, now));
        return this with
        {
            LastId = id,
            LastItem = LastItem + known.Articles.Count,
            Feeds = Feeds.Add(new NewsFeed(id, person, known.Url, known.Title, known.Link, folder, now)),
            Items = Items.AddRange(items),
        };
    }

    public NewsState WithoutFeed(long id) =>
        this with
        {
            Feeds = Feeds.RemoveAll(feed => feed.Id == id),
            Items = Items.RemoveAll(item => item.FeedId == id),
        };

    public NewsState WithoutFolder(long id) =>
        Feeds.Where(feed => feed.FolderId == id).Aggregate(this, (state, feed) => state.WithoutFeed(feed.Id)) with
        {
            Folders = Folders.RemoveAll(folder => folder.Id == id),
        };

    /// <summary>Changes those of a person's articles that are meant.</summary>
    public NewsState Marked(string person, Func<NewsItem, bool> isMeant, Func<NewsItem, NewsItem> mark)
    {
        var meant = ItemsOf(person).Where(isMeant).Select(item => item.Id).ToHashSet();
        return this with { Items = [.. Items.Select(item => meant.Contains(item.Id) ? mark(item) : item)] };
    }
}
