namespace Gatehouse.DemoCloud.News;

/// <summary>An article of a <see cref="KnownFeed"/>.</summary>
internal sealed record KnownArticle(string Url, string Title, string Body, int DaysOld, string? Author = null)
{
    private const long SecondsPerDay = 86_400;

    public NewsItem ToItem(long id, long feed, long now) =>
        new(id, feed, Url, Title, Author, now - (DaysOld * SecondsPerDay), Body, now, Unread: true, Starred: false);
}
