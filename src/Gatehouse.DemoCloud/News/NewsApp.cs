using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.News;

/// <summary>The News app: it says nothing in the capabilities.</summary>
internal sealed class NewsApp(AppStore<NewsState> store, DemoAppContext context) : IDemoApp, IDemoSearch
{
    string IDemoApp.Id => "news";

    string IDemoSearch.Id => "news_item";

    public string AppId => "news";

    string IDemoApp.Name => "News";

    string IDemoSearch.Name => "News articles";

    public int Order => 65;

    public static async Task<NewsApp> LoadAsync(DemoAppContext context, CancellationToken cancellationToken)
    {
        var now = context.Time.GetUtcNow().ToUnixTimeSeconds();
        var store = await context.Stores.OpenAsync(
            "news",
            NewsStoreJson.Default.NewsState,
            () =>
                context.SampleData
                    ? KnownFeeds.Sample(context.People.All.Select(person => person.Id), now)
                    : new NewsState(),
            cancellationToken
        );
        return new NewsApp(store, context);
    }

    public void AddCapabilities(JsonObject capabilities, Person? person) { }

    public void Map(IEndpointRouteBuilder routes)
    {
        var door = new AppDoor(context.Faults, AppId);
        new NewsReading(store).Map(routes, door);
        new NewsMarking(store).Map(routes, door);
        new NewsSubscribing(store, context.Time).Map(routes, door);
    }

    /// <summary>The real one names the feed of an article, never the article.</summary>
    public Task<DemoSearchAnswer> SearchAsync(Person me, DemoSearchQuery query, CancellationToken cancellationToken)
    {
        var found = store
            .Current.ItemsOf(me.Id)
            .Where(item => item.Holds([query.Term]) && (query.Cursor == 0 || item.Id < query.Cursor))
            .Take(query.Limit)
            .ToList();
        var hits = found.Select(item => new DemoSearchHit(item.Title, "", $"/apps/news/#/feed/{item.FeedId}")
        {
            Thumbnail = "/core/img/filetypes/text.svg",
        });
        return Task.FromResult(new DemoSearchAnswer("News", hits, found.LastOrDefault()?.Id));
    }
}
