using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.News;

/// <summary>Marks articles: one, several, or all of a place up to one.</summary>
internal sealed class NewsMarking(AppStore<NewsState> store)
{
    /// <summary>The real one tells its query.</summary>
    private const string NotFound =
        "Did expect one result but found none when executing: query \"SELECT `items`.* FROM `*PREFIX*news_items` `items` INNER JOIN `*PREFIX*news_feeds` `feeds` ON items.feed_id = feeds.id WHERE (feeds.user_id = :user_id) AND (items.id = :item_id) AND (feeds.deleted_at = 0)\"; ";

    public void Map(IEndpointRouteBuilder routes, AppDoor door)
    {
        foreach (var (how, mark) in Marks)
        {
            _ = routes.MapPost(
                $"{NewsReading.Root}items/{{id:long}}/{how}",
                door.For((context, me) => OneAsync(context, me, mark))
            );
            _ = routes.MapPost(
                $"{NewsReading.Root}items/{how}/multiple",
                door.For((context, me) => SeveralAsync(context, me, mark))
            );
        }

        _ = routes.MapPost(
            NewsReading.Root + "items/read",
            door.For((context, me) => AllAsync(context, me, _ => true))
        );
        _ = routes.MapPost(
            NewsReading.Root + "feeds/{id:long}/read",
            door.For((context, me) => AllAsync(context, me, item => item.FeedId == Id(context)))
        );
        _ = routes.MapPost(
            NewsReading.Root + "folders/{id:long}/read",
            door.For(
                (context, me) =>
                {
                    var feeds = store.Current.FeedsOf(me.Id).Where(feed => feed.FolderId == Id(context));
                    var ids = feeds.Select(feed => feed.Id).ToHashSet();
                    return AllAsync(context, me, item => ids.Contains(item.FeedId));
                }
            )
        );
    }

    private static IEnumerable<(string How, Func<NewsItem, NewsItem> Mark)> Marks =>
        [
            ("read", item => item with { Unread = false }),
            ("unread", item => item with { Unread = true }),
            ("star", item => item with { Starred = true }),
            ("unstar", item => item with { Starred = false }),
        ];

    private async Task OneAsync(HttpContext context, Person me, Func<NewsItem, NewsItem> mark)
    {
        var id = Id(context);
        var found = await store.ChangeAsync(
            state =>
                state.ItemsOf(me.Id).Any(item => item.Id == id)
                    ? (state.Marked(me.Id, item => item.Id == id, mark), true)
                    : (null, false),
            context.RequestAborted
        );
        await (
            found
                ? context.Response.JsonAsync(StatusCodes.Status200OK, new JsonArray())
                : context.Response.JsonAsync(StatusCodes.Status404NotFound, new JsonObject { ["message"] = NotFound })
        );
    }

    private async Task SeveralAsync(HttpContext context, Person me, Func<NewsItem, NewsItem> mark)
    {
        var body = await context.JsonBodyAsync();
        var ids = (body?["itemIds"] as JsonArray ?? []).Select(id => id!.GetValue<long>()).ToHashSet();
        await MarkAsync(context, me, item => ids.Contains(item.Id), mark);
    }

    private async Task AllAsync(HttpContext context, Person me, Func<NewsItem, bool> isMeant)
    {
        var body = await context.JsonBodyAsync();
        var newest = body?["newestItemId"]?.GetValue<long>() ?? 0;
        await MarkAsync(context, me, item => item.Id <= newest && isMeant(item), item => item with { Unread = false });
    }

    private async Task MarkAsync(
        HttpContext context,
        Person me,
        Func<NewsItem, bool> isMeant,
        Func<NewsItem, NewsItem> mark
    )
    {
        _ = await store.ChangeAsync(state => (state.Marked(me.Id, isMeant, mark), true), context.RequestAborted);
        await context.Response.JsonAsync(StatusCodes.Status200OK, null);
    }

    private static long Id(HttpContext context) =>
        long.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);
}
