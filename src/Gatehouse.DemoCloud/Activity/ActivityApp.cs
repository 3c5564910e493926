using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Authentication;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Sharing;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Activity;

/// <summary>Activity: what a person did to files, calendars and contacts, and what others share with them.</summary>
internal sealed class ActivityApp : IDemoApp
{
    private const string Path = "/ocs/{version}/apps/activity/api/v2/activity";
    private const string Files = "/remote.php/dav/files/";
    private const string Uploads = "/remote.php/dav/uploads/";

    private readonly DemoAppContext context;
    private readonly Shares shares;
    private readonly AppStore<ActivityState> store;
    private readonly DavActivityJson dav;

    private ActivityApp(DemoAppContext context, Shares shares, AppStore<ActivityState> store)
    {
        this.context = context;
        this.shares = shares;
        this.store = store;
        dav = new DavActivityJson(context.People, context.Announcement);
    }

    public string Id => "activity";

    public string Name => "Activity";

    public static async Task<ActivityApp> LoadAsync(
        DemoAppContext context,
        Shares shares,
        CancellationToken cancellationToken
    )
    {
        var store = await context.Stores.OpenAsync(
            "activity",
            ActivityStoreJson.Default.ActivityState,
            () => Begin(context),
            cancellationToken
        );
        return new ActivityApp(context, shares, store);
    }

    public void AddCapabilities(JsonObject capabilities, Person? person)
    {
        if (person is not null)
        {
            capabilities["activity"] = JsonNode.Parse(
                """{"apiv2":["filters","filters-api","previews","rich-strings"]}"""
            );
        }
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet(
            Path,
            OcsGuard.ForApp(context.Faults, Id, (http, me) => ListAsync(http, me, isOfObject: false))
        );
        _ = routes.MapGet(
            Path + "/filter",
            OcsGuard.ForApp(context.Faults, Id, (http, me) => ListAsync(http, me, isOfObject: true))
        );
    }

    /// <summary>Writes down what a call did to a file, after it was done.</summary>
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var path = PathOf(http);
        var before = path is { } asked ? SeenBy(http, asked) : null;
        await next(http);
        if (path is not { } there || http.Caller().Person is not { } me)
        {
            return;
        }

        var type = (http.Request.Method, http.Response.StatusCode) switch
        {
            ("PUT" or "MKCOL" or "MOVE", StatusCodes.Status201Created) => "file_created",
            ("PUT" or "MOVE", StatusCodes.Status204NoContent) => "file_changed",
            ("DELETE", StatusCodes.Status204NoContent) => "file_deleted",
            _ => null,
        };
        var file = type == "file_deleted" ? before : SeenBy(http, there);
        if (type is null || file is null)
        {
            return;
        }

        _ = await store.ChangeAsync(
            state => (state.With(me.Id, type, file.Id, there.ToString(), context.Time.GetUtcNow()), true),
            CancellationToken.None
        );
    }

    /// <summary>Writes down what an app did with a file of somebody's; <paramref name="with"/> is the other person or group it is about.</summary>
    public Task AddAsync(Person me, string type, long fileId, string? with, CancellationToken cancellationToken) =>
        shares.ViewOf(me).Find(fileId) is { } file
            ? store.ChangeAsync(
                state => (state.With(me.Id, type, fileId, file.Path.ToString(), context.Time.GetUtcNow(), with), true),
                cancellationToken
            )
            : Task.CompletedTask;

    /// <summary>Writes down what happened to a calendar, an address book or something in it.</summary>
    public Task AddAsync(Person me, string type, DavThing thing, CancellationToken cancellationToken) =>
        store.ChangeAsync(state => (state.With(me.Id, type, thing, context.Time.GetUtcNow()), true), cancellationToken);

    private FileNode? SeenBy(HttpContext http, FilePath path) =>
        http.Caller().Person is { } me ? shares.ViewOf(me).Find(path) : null;

    private static ActivityState Begin(DemoAppContext context)
    {
        var state = new ActivityState([], 1);
        if (!context.SampleData)
        {
            return state;
        }

        foreach (var person in context.People.All)
        {
            foreach (var file in person.Home.Tree.All.Where(node => !node.Path.IsRoot).OrderBy(node => node.Id))
            {
                var time = DateTimeOffset.FromUnixTimeSeconds(file.Modified);
                state = state.With(person.Id, "file_created", file.Id, file.Path.ToString(), time);
            }
        }

        return state;
    }

    /// <summary>The file a call writes or deletes; that of an upload in chunks is where they are moved to.</summary>
    private static FilePath? PathOf(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (http.Request.Method == "MOVE" && path.StartsWith(Uploads, StringComparison.Ordinal))
        {
            return
                DavDestination.Of(http.Request) is ["files", _, .. var names]
                && FilePath.TryParse(string.Join('/', names), out var target)
                ? target
                : null;
        }

        return
            http.Request.Method is "PUT" or "MKCOL" or "DELETE"
            && path.StartsWith(Files, StringComparison.Ordinal)
            && path[Files.Length..].Split('/', 2) is [_, { Length: > 0 } rest]
            && FilePath.TryParse(rest, out var parsed)
            ? parsed
            : null;
    }

    private Task ListAsync(HttpContext http, Person me, bool isOfObject)
    {
        var query = http.Request.Query;
        var limit = (int)Math.Clamp(Number(query["limit"], 50), 1, 200);
        var since = Number(query["since"], 0);
        var file = isOfObject ? Number(query["object_id"], 0) : 0;
        var mine = store
            .Current.All.Where(row => row.User == me.Id && (!isOfObject || (row.Thing is null && row.FileId == file)))
            .OrderByDescending(row => row.Id)
            .ToList();
        var page = mine.Where(row => since == 0 || row.Id < since).Take(limit).ToList();
        if (page.Count == 0)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var last = page[^1].Id;
        http.Response.Headers["X-Activity-First-Known"] = Text(mine[0].Id);
        http.Response.Headers["X-Activity-Last-Given"] = Text(last);
        if (mine[^1].Id < last)
        {
            var filter = isOfObject ? "/filter" : "";
            var more = isOfObject ? $"&object_type=files&object_id={file}" : "";
            http.Response.Headers.Link =
                $"<{context.Announcement.Url}/ocs/v2.php/apps/activity/api/v2/activity{filter}?since={last}&limit={limit}&sort=desc{more}>; rel=\"next\"";
        }

        var data = new JsonArray([.. page.Select(JsonNode (row) => Json(row, isOfObject))]);
        http.Response.Headers.ETag = Answers.ETagOf(data.ToJsonString());
        return http.OcsAsync(data);
    }

    private JsonObject Json(ActivityRow row, bool isOfObject)
    {
        var path = row.Path.TrimStart('/');
        var words = ActivityWords.Of(row.Type);
        var text = isOfObject ? words.OfFile : words.Text;
        // What was said about a file does not even name it in its own history.
        var isBare = isOfObject && words.App == "comments";
        var names =
            row.Thing is { } about ? dav.Names(row, about)
            : isBare ? []
            : Names(row, path, text);
        var json = new JsonObject
        {
            ["activity_id"] = row.Id,
            ["app"] = words.App,
            ["type"] = words.Type,
            ["user"] = row.Type == "got" ? row.With : row.User,
            ["subject"] = Plain(text, names),
            ["subject_rich"] = new JsonArray(text, isBare ? new JsonArray() : names),
            ["message"] = "",
            ["message_rich"] = new JsonArray("", new JsonArray()),
        };
        if (row.Thing is { } thing)
        {
            DavActivityJson.AddObject(json, thing);
        }
        else
        {
            json["object_type"] = "files";
            json["object_id"] = row.FileId;
            json["object_name"] = row.Path;
            json["objects"] = new JsonObject { [Text(row.FileId)] = row.Path };
            json["link"] = $"{context.Announcement.Url}/apps/files/?dir=/{FilePath.Parse(path).Parent.Value}";
        }

        json["icon"] = context.Announcement.Url + words.Icon;
        json["datetime"] = row.Time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        return json;
    }

    /// <summary>The file, and whom it is about.</summary>
    private JsonObject Names(ActivityRow row, string path, string text)
    {
        var names = new JsonObject
        {
            ["file"] = new JsonObject
            {
                ["type"] = "file",
                ["id"] = Text(row.FileId),
                ["name"] = path.Split('/')[^1],
                ["path"] = path,
                ["link"] = $"{context.Announcement.Url}/f/{row.FileId}",
            },
        };
        if (text.Contains("{user}", StringComparison.Ordinal))
        {
            var name = context.People.Find(row.With!)?.Account.DisplayName ?? row.With;
            names["user"] = new JsonObject
            {
                ["type"] = "user",
                ["id"] = row.With,
                ["name"] = name,
            };
        }
        else if (text.Contains("{group}", StringComparison.Ordinal))
        {
            names["group"] = new JsonObject
            {
                ["type"] = "user-group",
                ["id"] = row.With,
                ["name"] = row.With,
            };
        }

        return names;
    }

    private static string Plain(string text, JsonObject names) =>
        names.Aggregate(
            text,
            (plain, name) =>
                plain.Replace(
                    $"{{{name.Key}}}",
                    name.Key switch
                    {
                        "file" => name.Value!["path"]!.ToString(),
                        "user" => $"@{name.Value!["name"]}",
                        _ => name.Value!["name"]!.ToString(),
                    },
                    StringComparison.Ordinal
                )
        );

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string? text, long otherwise) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
