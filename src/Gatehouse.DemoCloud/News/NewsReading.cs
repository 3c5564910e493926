using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.News;

/// <summary>Versions, lists of folders, feeds and articles, and the search of the web interface.</summary>
internal sealed class NewsReading(AppStore<NewsState> store)
{
    public const string Root = "/apps/news/api/v1-3/";
    private const string Version = "27.2.0";

    public void Map(IEndpointRouteBuilder routes, AppDoor door)
    {
        _ = routes.MapGet("/apps/news/api", door.For(LevelsAsync));
        _ = routes.MapGet("/apps/news/api/v1-2/version", door.For(VersionAsync));
        _ = routes.MapGet(Root + "version", door.For(VersionAsync));
        _ = routes.MapGet(Root + "status", door.For(StatusAsync));
        _ = routes.MapGet(Root + "folders", door.For(FoldersAsync));
        _ = routes.MapGet(Root + "feeds", door.For(FeedsAsync));
        _ = routes.MapGet(Root + "items", door.For(ItemsAsync));
        _ = routes.MapGet(Root + "items/updated", door.For(UpdatedAsync));
        _ = routes.MapGet("/apps/news/items", door.For(SearchAsync));
    }

    private static Task LevelsAsync(HttpContext context, Person me) =>
        context.Response.JsonAsync(
            StatusCodes.Status200OK,
            new JsonObject { ["apiLevels"] = new JsonArray("v1-2", "v1-3", "v2") }
        );

    private static Task VersionAsync(HttpContext context, Person me) =>
        context.Response.JsonAsync(StatusCodes.Status200OK, new JsonObject { ["version"] = Version });

    private static Task StatusAsync(HttpContext context, Person me) =>
        context.Response.JsonAsync(
            StatusCodes.Status200OK,
            new JsonObject
            {
                ["version"] = Version,
                ["warnings"] = new JsonObject { ["improperlyConfiguredCron"] = false, ["incorrectDbCharset"] = false },
            }
        );

    private Task FoldersAsync(HttpContext context, Person me) =>
        context.Response.JsonAsync(
            StatusCodes.Status200OK,
            new JsonObject
            {
                ["folders"] = new JsonArray([.. store.Current.FoldersOf(me.Id).Select(JsonNode (f) => f.ToJson())]),
            }
        );

    private Task FeedsAsync(HttpContext context, Person me)
    {
        var items = store.Current.ItemsOf(me.Id).ToList();
        var feeds = store
            .Current.FeedsOf(me.Id)
            .Select(JsonNode (feed) => feed.ToJson(items.Count(item => item.FeedId == feed.Id && item.Unread)));
        var body = new JsonObject
        {
            ["starredCount"] = items.Count(item => item.Starred),
            ["feeds"] = new JsonArray([.. feeds]),
        };
        if (items.Count > 0)
        {
            body["newestItemId"] = items[0].Id;
        }

        return context.Response.JsonAsync(StatusCodes.Status200OK, body);
    }

    private Task ItemsAsync(HttpContext context, Person me)
    {
        var query = context.Request.Query;
        var unreadOnly = query["getRead"] == "false";
        var size = Number(query["batchSize"], -1);
        return ItemsAsync(context, me, unreadOnly, size < 0 ? int.MaxValue : (int)size, []);
    }

    private Task SearchAsync(HttpContext context, Person me)
    {
        var query = context.Request.Query;
        var words = query["search"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return ItemsAsync(context, me, query["showAll"] == "false", (int)Number(query["limit"], 50), words);
    }

    private Task UpdatedAsync(HttpContext context, Person me)
    {
        var since = Number(context.Request.Query["lastModified"], 0);
        return AnswerAsync(context, store.Current.ItemsOf(me.Id).Where(item => item.Modified >= since));
    }

    private Task ItemsAsync(HttpContext context, Person me, bool unreadOnly, int size, string[] words)
    {
        var query = context.Request.Query;
        var state = store.Current;
        var id = Number(query["id"], 0);
        var type = Number(query["type"], 3);
        var inFolder = state.FeedsOf(me.Id).Where(feed => feed.FolderId == id).Select(feed => feed.Id).ToHashSet();
        var offset = Number(query["offset"], 0);
        var isOldestFirst = query["oldestFirst"] == "true";
        var items = state
            .ItemsOf(me.Id)
            .Where(item =>
                type switch
                {
                    0 => item.FeedId == id,
                    1 => inFolder.Contains(item.FeedId),
                    2 => item.Starred,
                    6 => item.Unread,
                    _ => true,
                }
            )
            .Where(item => (!unreadOnly || item.Unread) && item.Holds(words))
            .Where(item => offset == 0 || (isOldestFirst ? item.Id > offset : item.Id < offset));
        return AnswerAsync(context, (isOldestFirst ? items.Reverse() : items).Take(size));
    }

    private static Task AnswerAsync(HttpContext context, IEnumerable<NewsItem> items) =>
        context.Response.JsonAsync(
            StatusCodes.Status200OK,
            new JsonObject { ["items"] = new JsonArray([.. items.Select(JsonNode (item) => item.ToJson())]) }
        );

    private static long Number(string? text, long otherwise) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
