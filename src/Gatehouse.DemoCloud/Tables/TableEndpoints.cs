using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Tables;

/// <summary>Tables, in both versions of the API, and with whom they are shared.</summary>
internal sealed class TableEndpoints(PersonDirectory people)
{
    public const string V1 = "/apps/tables/api/1/";
    public const string V2 = "/ocs/{ocs}/apps/tables/api/2/";

    public void Map(IEndpointRouteBuilder routes, TablesDoor door)
    {
        _ = routes.MapGet(V1 + "tables", door.Plain(List));
        _ = routes.MapPost(V1 + "tables", door.Plain(Create));
        _ = routes.MapGet(V1 + "tables/{id:long}", door.Plain(Get));
        _ = routes.MapDelete(V1 + "tables/{id:long}", door.Plain(Delete));
        _ = routes.MapGet(V1 + "tables/{id:long}/scheme", door.Plain(Scheme));
        _ = routes.MapGet(V1 + "tables/{id:long}/shares", door.Plain(Shares));
        _ = routes.MapPost(V1 + "shares", door.Plain(Share));
        _ = routes.MapPost(
            V1 + "import/table/{id:long}",
            door.Plain(_ => (null, TablesAnswer.Error(404, "File for import could not be found.")))
        );
        _ = routes.MapGet(V2 + "init", door.Ocs(Init));
        _ = routes.MapGet(V2 + "tables", door.Ocs(List));
        _ = routes.MapPost(V2 + "tables", door.Ocs(Create));
        _ = routes.MapGet(V2 + "tables/{id:long}", door.Ocs(Get));
        _ = routes.MapPut(V2 + "tables/{id:long}", door.Ocs(Update));
        _ = routes.MapDelete(V2 + "tables/{id:long}", door.Ocs(Delete));
        _ = routes.MapGet(V2 + "contexts", door.Ocs(_ => (null, TablesAnswer.Ok(new JsonArray()))));
        _ = routes.MapGet(
            V2 + "tables/scheme/{id:long}",
            OcsGuard.For((http, _) => http.OcsAsync(500, OcsAnswer.ServerError, "Internal Server Error\n"))
        );
    }

    private (TablesState?, TablesAnswer) List(TablesCall call)
    {
        var state = TablesSamples.Welcome(call.State, call.Me.Id, call.Now);
        return (state, TablesAnswer.Ok(All(call, state)));
    }

    private (TablesState?, TablesAnswer) Init(TablesCall call)
    {
        var state = TablesSamples.Welcome(call.State, call.Me.Id, call.Now);
        return (state, TablesAnswer.Ok(new JsonObject { ["tables"] = All(call, state), ["views"] = new JsonArray() }));
    }

    private JsonArray All(TablesCall call, TablesState state)
    {
        var writer = new TablesWriter(state, people);
        return new([.. state.TablesOf(call.Me).Select(JsonNode (table) => writer.Table(call.Me, table))]);
    }

    private (TablesState?, TablesAnswer) Create(TablesCall call)
    {
        var (state, table) = TablesSamples.Add(
            call.State,
            call.Me.Id,
            call.Text("title") ?? "",
            call.Text("emoji"),
            call.Now
        );
        table = table with { Description = call.Text("description") ?? "" };
        state = state with { Tables = state.Tables.ConvertAll(one => one.Id == table.Id ? table : one) };
        if (call.Text("template") == "todo")
        {
            state = TablesSamples.Todo(state, table.Id, call.Me.Id, call.Now);
        }

        return (state, TablesAnswer.Ok(new TablesWriter(state, people).Table(call.Me, table)));
    }

    private (TablesState?, TablesAnswer) Get(TablesCall call) =>
        call.State.Table(call.Me, call.Id, share => share.Read) is { } table
            ? (null, TablesAnswer.Ok(new TablesWriter(call.State, people).Table(call.Me, table)))
            : (null, TablesAnswer.NotFound);

    private (TablesState?, TablesAnswer) Update(TablesCall call)
    {
        if (call.State.Table(call.Me, call.Id, share => share.Manage) is not { } table)
        {
            return (null, TablesAnswer.NotFound);
        }

        var changed = table with
        {
            Title = call.Text("title") ?? table.Title,
            Emoji = call.Text("emoji") ?? table.Emoji,
            Description = call.Text("description") ?? table.Description,
            Archived = call.Flag("archived") ?? table.Archived,
            LastEditAt = call.Now,
        };
        var state = call.State with
        {
            Tables = call.State.Tables.ConvertAll(one => one.Id == table.Id ? changed : one),
        };
        return (state, TablesAnswer.Ok(new TablesWriter(state, people).Table(call.Me, changed)));
    }

    private (TablesState?, TablesAnswer) Delete(TablesCall call)
    {
        if (call.State.Table(call.Me, call.Id, share => share.Manage) is not { } table)
        {
            return (null, TablesAnswer.NotFound);
        }

        var state = call.State with
        {
            Tables = call.State.Tables.Remove(table),
            Columns = call.State.Columns.RemoveAll(column => column.TableId == table.Id),
            Rows = call.State.Rows.RemoveAll(row => row.TableId == table.Id),
            Views = call.State.Views.RemoveAll(view => view.TableId == table.Id),
            Shares = call.State.Shares.RemoveAll(share => share.TableId == table.Id),
        };
        return (state, TablesAnswer.Ok(new TablesWriter(state, people).Table(call.Me, table)));
    }

    private (TablesState?, TablesAnswer) Scheme(TablesCall call)
    {
        if (call.State.Table(call.Me, call.Id, share => share.Read) is not { } table)
        {
            return (null, TablesAnswer.NotFound);
        }

        var writer = new TablesWriter(call.State, people);
        call.Context.Response.Headers.ContentDisposition = $"attachment; filename=\"{table.Title}.json\"";
        return (
            null,
            TablesAnswer.Ok(
                new JsonObject
                {
                    ["title"] = table.Title,
                    ["emoji"] = table.Emoji,
                    ["columns"] = new JsonArray([
                        .. call.State.ColumnsOf(table.Id).Select(JsonNode (column) => TablesWriter.Column(column)),
                    ]),
                    ["views"] = new JsonArray([
                        .. call
                            .State.Views.Where(view => view.TableId == table.Id)
                            .Select(JsonNode (view) => writer.View(view)),
                    ]),
                    ["description"] = table.Description,
                    ["tablesVersion"] = "1.0.9",
                }
            )
        );
    }

    private (TablesState?, TablesAnswer) Shares(TablesCall call)
    {
        var writer = new TablesWriter(call.State, people);
        return call.State.Table(call.Me, call.Id, share => share.Manage) is { } table
            ? (
                null,
                TablesAnswer.Ok(
                    new JsonArray([
                        .. call
                            .State.Shares.Where(share => share.TableId == table.Id)
                            .Select(JsonNode (share) => writer.Share(share)),
                    ])
                )
            )
            : (null, TablesAnswer.NotFound);
    }

    private (TablesState?, TablesAnswer) Share(TablesCall call)
    {
        var node = (long?)call.Body["nodeId"] ?? 0;
        if (call.State.Table(call.Me, node, share => share.Manage) is not { } table)
        {
            return (null, TablesAnswer.NotFound);
        }

        var share = new StoredShare(
            call.State.LastShare + 1,
            table.Id,
            call.Me.Id,
            call.Text("receiver") ?? "",
            call.Now
        )
        {
            Read = call.Flag("permissionRead") ?? false,
            Create = call.Flag("permissionCreate") ?? false,
            Update = call.Flag("permissionUpdate") ?? false,
            Delete = call.Flag("permissionDelete") ?? false,
            Manage = call.Flag("permissionManage") ?? false,
        };
        var state = call.State with { Shares = call.State.Shares.Add(share), LastShare = share.Id };
        return (state, TablesAnswer.Ok(new TablesWriter(state, people).Share(share)));
    }
}
