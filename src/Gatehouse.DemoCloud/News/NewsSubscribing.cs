using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.News;

/// <summary>Folders and feeds: made, renamed, moved, deleted.</summary>
internal sealed class NewsSubscribing(AppStore<NewsState> store, TimeProvider time)
{
    /// <summary>The real one tells its query.</summary>
    private const string NotFound =
        "Did expect one result but found none when executing: query \"SELECT * FROM `*PREFIX*news_{0}` WHERE (user_id = :user_id) AND (id = :id) ORDER BY `title` ASC\"; ";

    public void Map(IEndpointRouteBuilder routes, AppDoor door)
    {
        _ = routes.MapPost(NewsReading.Root + "folders", door.For(CreateFolderAsync));
        _ = routes.MapPut(NewsReading.Root + "folders/{id:long}", door.For(RenameFolderAsync));
        _ = routes.MapDelete(
            NewsReading.Root + "folders/{id:long}",
            door.For((context, me) => FolderAsync(context, me, (state, folder) => state.WithoutFolder(folder.Id)))
        );
        _ = routes.MapPost(NewsReading.Root + "feeds", door.For(SubscribeAsync));
        _ = routes.MapPost(NewsReading.Root + "feeds/{id:long}/rename", door.For(RenameFeedAsync));
        _ = routes.MapPost(NewsReading.Root + "feeds/{id:long}/move", door.For(MoveFeedAsync));
        _ = routes.MapDelete(
            NewsReading.Root + "feeds/{id:long}",
            door.For((context, me) => FeedAsync(context, me, (state, feed) => state.WithoutFeed(feed.Id)))
        );
    }

    private async Task CreateFolderAsync(HttpContext context, Person me)
    {
        var name = (await context.JsonBodyAsync())?["name"]?.ToString() ?? "";
        var folder = await store.ChangeAsync(
            state => state.WithFolder(me.Id, name) is var next ? (next, next.Folders[^1]) : default,
            context.RequestAborted
        );
        await OkAsync(context, new JsonObject { ["folders"] = new JsonArray(folder.ToJson()) });
    }

    private async Task RenameFolderAsync(HttpContext context, Person me)
    {
        var name = (await context.JsonBodyAsync())?["name"]?.ToString() ?? "";
        await FolderAsync(
            context,
            me,
            (state, folder) => state with { Folders = state.Folders.Replace(folder, folder with { Name = name }) }
        );
    }

    private async Task SubscribeAsync(HttpContext context, Person me)
    {
        var body = await context.JsonBodyAsync();
        var url = body?["url"]?.ToString() ?? "";
        if (store.Current.FeedsOf(me.Id).Any(feed => feed.Url == url))
        {
            await MessageAsync(context, StatusCodes.Status409Conflict, "Feed with this URL exists");
            return;
        }

        if (KnownFeeds.Find(url) is not { } known)
        {
            await MessageAsync(context, StatusCodes.Status404NotFound, Unreachable(url));
            return;
        }

        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var state = await store.ChangeAsync(
            state => state.WithFeed(me.Id, known, FolderOf(body), now) is var next ? (next, next) : default,
            context.RequestAborted
        );
        await OkAsync(
            context,
            new JsonObject
            {
                ["feeds"] = new JsonArray(state.Feeds[^1].ToJson(unread: null)),
                ["newestItemId"] = state.LastItem,
            }
        );
    }

    private async Task RenameFeedAsync(HttpContext context, Person me)
    {
        var title = (await context.JsonBodyAsync())?["feedTitle"]?.ToString() ?? "";
        await FeedAsync(
            context,
            me,
            (state, feed) => state with { Feeds = state.Feeds.Replace(feed, feed with { Title = title }) }
        );
    }

    private async Task MoveFeedAsync(HttpContext context, Person me)
    {
        var folder = FolderOf(await context.JsonBodyAsync());
        await FeedAsync(
            context,
            me,
            (state, feed) => state with { Feeds = state.Feeds.Replace(feed, feed with { FolderId = folder }) }
        );
    }

    private Task FeedAsync(HttpContext context, Person me, Func<NewsState, NewsFeed, NewsState> change) =>
        ChangeAsync(
            context,
            "feeds",
            (state, id) =>
                state.FeedsOf(me.Id).FirstOrDefault(one => one.Id == id) is { } feed ? change(state, feed) : null
        );

    private Task FolderAsync(HttpContext context, Person me, Func<NewsState, NewsFolder, NewsState> change) =>
        ChangeAsync(
            context,
            "folders",
            (state, id) =>
                state.FoldersOf(me.Id).FirstOrDefault(one => one.Id == id) is { } folder ? change(state, folder) : null
        );

    private async Task ChangeAsync(HttpContext context, string what, Func<NewsState, long, NewsState?> change)
    {
        var id = long.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);
        var found = await store.ChangeAsync(
            state => change(state, id) is { } next ? (next, true) : (null, false),
            context.RequestAborted
        );
        await (
            found
                ? OkAsync(context, new JsonArray())
                : MessageAsync(
                    context,
                    StatusCodes.Status404NotFound,
                    NotFound.Replace("{0}", what, StringComparison.Ordinal)
                )
        );
    }

    private static string Unreachable(string url)
    {
        var place = Uri.TryCreate(url, UriKind.Absolute, out var uri)
            ? string.Create(CultureInfo.InvariantCulture, $"{uri.Host} port {uri.Port}")
            : url;
        return $"cURL error 7: Failed to connect to {place} after 0 ms: Couldn't connect to server (see https://curl.haxx.se/libcurl/c/libcurl-errors.html) for {url}";
    }

    private static long? FolderOf(JsonObject? body) =>
        body?["folderId"] is { } folder && folder.GetValueKind() == JsonValueKind.Number && folder.GetValue<long>() > 0
            ? folder.GetValue<long>()
            : null;

    private static Task OkAsync(HttpContext context, JsonNode body) =>
        context.Response.JsonAsync(StatusCodes.Status200OK, body);

    private static Task MessageAsync(HttpContext context, int status, string message) =>
        context.Response.JsonAsync(status, new JsonObject { ["message"] = message });
}
