using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Notifications;

/// <summary>Notifications, which other apps add.</summary>
internal sealed class NotificationsApp : IDemoApp
{
    private const string Says = """
        {"ocs-endpoints":["list","get","delete","delete-all","icons","rich-strings","action-web","user-status","exists"]}
        """;

    private readonly DemoAppContext context;
    private readonly AppStore<NotificationsState> store;

    private NotificationsApp(DemoAppContext context, AppStore<NotificationsState> store)
    {
        this.context = context;
        this.store = store;
    }

    public string Id => "notifications";

    public string? Name => null;

    public static async Task<NotificationsApp> LoadAsync(DemoAppContext context, CancellationToken cancellationToken)
    {
        var now = context.Time.GetUtcNow();
        var store = await context.Stores.OpenAsync(
            "notifications",
            NotificationsStoreJson.Default.NotificationsState,
            () => Begin(context.SampleData, now),
            cancellationToken
        );
        return new NotificationsApp(context, store);
    }

    public void AddCapabilities(JsonObject capabilities, Person? person)
    {
        if (person is not null)
        {
            capabilities["notifications"] = JsonNode.Parse(Says);
        }
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        const string path = "/ocs/{version}/apps/notifications/api/v2/notifications";
        _ = routes.MapGet(path, Door(ListAsync));
        _ = routes.MapDelete(path, Door(DismissAllAsync));
        _ = routes.MapPost(path + "/exists", Door(ExistsAsync));
        _ = routes.MapGet(path + "/{id:long}", Door(GetAsync));
        _ = routes.MapDelete(path + "/{id:long}", Door(DismissAsync));
    }

    /// <summary>An app tells somebody something.</summary>
    public Task AddAsync(string user, NotificationDraft draft, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            state =>
            {
                var added = new Notification(state.Next, user, context.Time.GetUtcNow(), draft);
                return (new NotificationsState(state.All.Add(added), state.Next + 1), true);
            },
            cancellationToken
        );

    private static NotificationsState Begin(bool withSamples, DateTimeOffset now)
    {
        var backup = new NotificationDraft(
            "admin_notifications",
            "Backup done",
            "The nightly backup finished.",
            "",
            "admin_notifications",
            "6b045999"
        );
        return withSamples ? new([new(6, "alice", now.AddHours(-6), backup)], 7) : new([], 6);
    }

    private RequestDelegate Door(Func<HttpContext, Person, Task> route) => OcsGuard.ForApp(context.Faults, Id, route);

    private IEnumerable<Notification> Of(Person me) => store.Current.All.Where(one => one.User == me.Id);

    private Task ListAsync(HttpContext http, Person me)
    {
        var data = new JsonArray([.. Of(me).OrderByDescending(one => one.Id).Select(JsonNode (one) => Json(one))]);
        var etag = Answers.ETagOf(data.ToJsonString());
        http.Response.Headers.ETag = $"\"{etag}\"";
        if (!Answers.Names(http.Request.Headers.IfNoneMatch, etag))
        {
            return http.OcsAsync(data);
        }

        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    private Task GetAsync(HttpContext http, Person me) =>
        Of(me).FirstOrDefault(one => one.Id == IdOf(http)) is { } found
            ? http.OcsAsync(Json(found))
            : http.OcsNullAsync(404, "");

    private async Task ExistsAsync(HttpContext http, Person me)
    {
        var ids = (await http.JsonBodyAsync())?["ids"] as JsonArray ?? [];
        var asked = ids.Select(id => id?.ToString()).ToHashSet();
        var there = Of(me)
            .Where(one => asked.Contains(one.Id.ToString(CultureInfo.InvariantCulture)))
            .OrderBy(one => one.Id);
        await http.OcsAsync(new JsonArray([.. there.Select(one => JsonValue.Create(one.Id))]));
    }

    private async Task DismissAsync(HttpContext http, Person me)
    {
        var isGone = await RemoveAsync(one => one.User == me.Id && one.Id == IdOf(http), http.RequestAborted);
        await (isGone ? http.OcsAsync(new JsonArray()) : http.OcsNullAsync(404, ""));
    }

    private async Task DismissAllAsync(HttpContext http, Person me)
    {
        _ = await RemoveAsync(one => one.User == me.Id, http.RequestAborted);
        await http.OcsAsync(new JsonArray());
    }

    private Task<bool> RemoveAsync(Predicate<Notification> which, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            state =>
            {
                var left = state.All.RemoveAll(which);
                return left.Count == state.All.Count ? (null, false) : (state with { All = left }, true);
            },
            cancellationToken
        );

    private JsonObject Json(Notification one)
    {
        var about = one.Draft.About is { } id ? context.People.Find(id) : null;
        var name = about?.Account.DisplayName ?? one.Draft.About ?? "";
        return new JsonObject
        {
            ["notification_id"] = one.Id,
            ["app"] = one.Draft.App,
            ["user"] = one.User,
            ["datetime"] = one.Time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["object_type"] = one.Draft.ObjectType,
            ["object_id"] = one.Draft.ObjectId,
            ["subject"] = one.Draft.Subject.Replace("{user}", "@" + name, StringComparison.Ordinal),
            ["message"] = one.Draft.Message,
            ["link"] = one.Draft.Link,
            ["subjectRich"] = one.Draft.Subject,
            ["subjectRichParameters"] = one.Draft.About is null
                ? new JsonArray()
                : new JsonObject
                {
                    ["user"] = new JsonObject
                    {
                        ["type"] = "user",
                        ["id"] = one.Draft.About,
                        ["name"] = name,
                    },
                },
            ["messageRich"] = one.Draft.Message,
            ["messageRichParameters"] = new JsonArray(),
            ["icon"] = $"{context.Announcement.Url}/apps/notifications/img/notifications-dark.svg",
            ["shouldNotify"] = true,
            ["actions"] = new JsonArray(),
        };
    }

    private static long IdOf(HttpContext http) =>
        long.Parse((string)http.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);
}
