using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Tables;

/// <summary>Views and their rows.</summary>
internal sealed class ViewEndpoints(PersonDirectory people)
{
    private const int AllRows = 100_000;

    public void Map(IEndpointRouteBuilder routes, TablesDoor door)
    {
        const string v1 = TableEndpoints.V1;
        _ = routes.MapPost(v1 + "tables/{id:long}/views", door.Plain(Create));
        _ = routes.MapGet(v1 + "views/{id:long}", door.Plain(Get));
        _ = routes.MapPut(v1 + "views/{id:long}", door.Plain(Update));
        _ = routes.MapDelete(v1 + "views/{id:long}", door.Plain(Delete));
        _ = routes.MapGet(v1 + "views/{id:long}/rows", door.Plain(Rows));
    }

    private (TablesState?, TablesAnswer) Create(TablesCall call)
    {
        if (call.State.Table(call.Me, call.Id, share => share.Manage) is not { } table)
        {
            return (null, TablesAnswer.NotFound);
        }

        var view = new StoredView(call.State.LastView + 1, table.Id, call.Me.Id, call.Text("title") ?? "", call.Now)
        {
            Emoji = call.Text("emoji"),
        };
        var state = call.State with { Views = call.State.Views.Add(view), LastView = view.Id };
        var json = new TablesWriter(state, people).View(view);
        json["ownerDisplayName"] = null;
        return (state, TablesAnswer.Ok(json));
    }

    private (TablesState?, TablesAnswer) Get(TablesCall call) =>
        View(call, share => share.Read) is { } view
            ? (null, TablesAnswer.Ok(new TablesWriter(call.State, people).View(view)))
            : (null, TablesAnswer.NotFound);

    private (TablesState?, TablesAnswer) Update(TablesCall call)
    {
        if (View(call, share => share.Manage) is not { } view || call.Body["data"] is not JsonObject data)
        {
            return (null, TablesAnswer.NotFound);
        }

        // The form that once was a text makes the real one fail.
        if (data["columns"] is JsonValue)
        {
            return (null, new(StatusCodes.Status500InternalServerError, Body: null));
        }

        var changed = view with
        {
            Title = (string?)data["title"] ?? view.Title,
            Emoji = (string?)data["emoji"] ?? view.Emoji,
            ColumnSettings = data["columnSettings"] is JsonArray columns
                ? new JsonArray([.. columns.OfType<JsonObject>().Select(JsonNode (one) => Setting(one))])
                : view.ColumnSettings,
            Filter = (data["filter"] as JsonArray)?.DeepClone().AsArray() ?? view.Filter,
            Sort = (data["sort"] as JsonArray)?.DeepClone().AsArray() ?? view.Sort,
            LastEditAt = call.Now,
        };
        var state = call.State with { Views = call.State.Views.ConvertAll(one => one.Id == view.Id ? changed : one) };
        return (state, TablesAnswer.Ok(new TablesWriter(state, people).View(changed)));
    }

    public static JsonObject Setting(JsonObject column) =>
        new()
        {
            ["columnId"] = column["columnId"]?.DeepClone(),
            ["order"] = column["order"]?.DeepClone(),
            ["readonly"] = false,
            ["mandatory"] = false,
        };

    private (TablesState?, TablesAnswer) Delete(TablesCall call) =>
        View(call, share => share.Manage) is { } view
            ? (
                call.State with
                {
                    Views = call.State.Views.Remove(view),
                },
                TablesAnswer.Ok(new TablesWriter(call.State, people).View(view))
            )
            : (null, TablesAnswer.NotFound);

    private (TablesState?, TablesAnswer) Rows(TablesCall call)
    {
        if (View(call, share => share.Read) is not { } view)
        {
            return (null, TablesAnswer.NotFound);
        }

        var writer = new TablesWriter(call.State, people);
        var columns = view.ColumnSettings.Select(one => (long?)one?["columnId"] ?? 0).ToList();
        var rows = RowFilter.RowsOf(call.State, view).Skip(call.Query("offset", 0)).Take(call.Query("limit", AllRows));
        return (null, TablesAnswer.Ok(new JsonArray([.. rows.Select(JsonNode (row) => writer.Row(row, columns))])));
    }

    private static StoredView? View(TablesCall call, Func<StoredShare, bool> right) =>
        call.State.Views.Find(view => view.Id == call.Id && call.State.Table(call.Me, view.TableId, right) is not null);
}
