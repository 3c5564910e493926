using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.UserStatus;

/// <summary>User status.</summary>
internal sealed class UserStatusApp : IDemoApp
{
    private const string Path = "/ocs/{version}/apps/user_status/api/v1";
    private const string Says = """{"enabled":true,"restore":true,"supports_emoji":true,"supports_busy":true}""";
    private const int MaxMessage = 80;

    private static readonly string[] kinds = ["online", "away", "dnd", "busy", "invisible", "offline"];

    private readonly DemoAppContext context;
    private readonly AppStore<StatusState> store;

    private UserStatusApp(DemoAppContext context, AppStore<StatusState> store)
    {
        this.context = context;
        this.store = store;
    }

    public string Id => "user_status";

    public string? Name => null;

    public static async Task<UserStatusApp> LoadAsync(DemoAppContext context, CancellationToken cancellationToken)
    {
        var store = await context.Stores.OpenAsync(
            "user_status",
            StatusStoreJson.Default.StatusState,
            () =>
                new StatusState(
                    context.SampleData ? [new("bob", "busy", Message: "At the printer's", Icon: "🖨️")] : []
                ),
            cancellationToken
        );
        return new UserStatusApp(context, store);
    }

    public void AddCapabilities(JsonObject capabilities, Person? person)
    {
        if (person is not null)
        {
            capabilities["user_status"] = JsonNode.Parse(Says);
        }
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet(Path + "/user_status", Door(OwnAsync));
        _ = routes.MapPut(Path + "/user_status/status", Door(SetAsync));
        _ = routes.MapPut(Path + "/user_status/message/custom", Door(MessageAsync));
        _ = routes.MapPut(Path + "/user_status/message/predefined", Door(PredefinedAsync));
        _ = routes.MapDelete(Path + "/user_status/message", Door(ClearAsync));
        _ = routes.MapGet(Path + "/predefined_statuses", Door((http, _) => http.OcsAsync(StatusJson.Predefined())));
        _ = routes.MapGet(Path + "/statuses", Door(ListAsync));
        _ = routes.MapGet(Path + "/statuses/{user}", Door(OfAsync));
        _ = routes.MapPut(Path + "/heartbeat", Door(HeartbeatAsync));
    }

    private RequestDelegate Door(Func<HttpContext, Person, Task> route) => OcsGuard.ForApp(context.Faults, Id, route);

    private Task OwnAsync(HttpContext http, Person me) =>
        store.Current.Of(me.Id) is { } row
            ? http.OcsAsync(StatusJson.Own(StatusJson.Translated(Now(row))))
            : http.OcsAsync(404, 404, "No status for the current user");

    private async Task SetAsync(HttpContext http, Person me)
    {
        var kind = (await http.JsonBodyAsync())?["statusType"]?.ToString() ?? "";
        await (
            kinds.Contains(kind)
                ? ChangeAsync(http, me, row => row with { Status = kind })
                : http.OcsAsync(400, 400, $"Status-type \"{kind}\" is not supported")
        );
    }

    private async Task MessageAsync(HttpContext http, Person me)
    {
        var body = await http.JsonBodyAsync();
        var text = body?["message"]?.ToString();
        var icon = body?["statusIcon"]?.ToString();
        var clearAt = ClearAt(body);
        if (new StringInfo(text ?? "").LengthInTextElements > MaxMessage)
        {
            await http.OcsAsync(400, 400, "Message is too long");
        }
        else if (clearAt <= context.Time.GetUtcNow().ToUnixTimeSeconds())
        {
            await http.OcsAsync(400, 400, "ClearAt is in the past");
        }
        else
        {
            await ChangeAsync(http, me, row => new(row.User, row.Status, null, text, icon, clearAt));
        }
    }

    /// <summary>The answer has no words yet: only reading translates the id.</summary>
    private async Task PredefinedAsync(HttpContext http, Person me)
    {
        var body = await http.JsonBodyAsync();
        var id = body?["messageId"]?.ToString() ?? "";
        await (
            StatusJson.IsPredefined(id)
                ? ChangeAsync(http, me, row => new(row.User, row.Status, id, ClearAt: ClearAt(body)))
                : http.OcsAsync(400, 400, $"Message-Id \"{id}\" is not supported")
        );
    }

    private async Task ClearAsync(HttpContext http, Person me)
    {
        _ = await store.ChangeAsync(
            state => state.Of(me.Id) is { } row ? (state.With(new(row.User, row.Status)), true) : (null, false),
            http.RequestAborted
        );
        await http.OcsAsync(new JsonArray());
    }

    private async Task HeartbeatAsync(HttpContext http, Person me)
    {
        var kind = (await http.JsonBodyAsync())?["status"]?.ToString() ?? "online";
        if (store.Current.Of(me.Id) is null && kinds.Contains(kind))
        {
            _ = await store.ChangeAsync(state => (state.With(new(me.Id, kind)), true), http.RequestAborted);
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
        http.Response.ContentType = Answers.JsonType;
    }

    private async Task ChangeAsync(HttpContext http, Person me, Func<StatusRow, StatusRow> change)
    {
        var row = await store.ChangeAsync(
            state =>
            {
                var next = change(state.Of(me.Id) is { } now ? Now(now) : new StatusRow(me.Id, "offline"));
                return (state.With(next), next);
            },
            http.RequestAborted
        );
        await http.OcsAsync(StatusJson.Own(row));
    }

    private Task ListAsync(HttpContext http, Person me)
    {
        var offset = int.TryParse(http.Request.Query["offset"], CultureInfo.InvariantCulture, out var start)
            ? start
            : 0;
        var limit = int.TryParse(http.Request.Query["limit"], CultureInfo.InvariantCulture, out var most) ? most : 200;
        var page = store.Current.All.Skip(offset).Take(limit).Select(JsonNode (row) => StatusJson.Public(Now(row)));
        return http.OcsAsync(new JsonArray([.. page]));
    }

    private Task OfAsync(HttpContext http, Person me) =>
        store.Current.Of((string)http.Request.RouteValues["user"]!) is { } row
            ? http.OcsAsync(StatusJson.Public(Now(row)))
            : http.OcsAsync(404, 404, "No status for the requested userId");

    /// <summary>A message whose time is over is gone.</summary>
    private StatusRow Now(StatusRow row) =>
        row.ClearAt is { } end && end <= context.Time.GetUtcNow().ToUnixTimeSeconds() ? new(row.User, row.Status) : row;

    private static long? ClearAt(JsonObject? body) =>
        long.TryParse(body?["clearAt"]?.ToString(), CultureInfo.InvariantCulture, out var end) ? end : null;
}
