using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Tables;

/// <summary>Columns, in both versions of the API.</summary>
internal static class ColumnEndpoints
{
    private static readonly string[] Erased =
    [
        "description",
        "numberDefault",
        "numberMin",
        "numberMax",
        "numberDecimals",
        "textDefault",
        "textAllowedPattern",
        "textMaxLength",
        "datetimeDefault",
        "textUnique",
        "usergroupMultipleItems",
        "usergroupSelectUsers",
        "usergroupSelectGroups",
        "usergroupSelectTeams",
        "showUserStatus",
    ];

    private static readonly string[] Kept = ["title", "subtype", "numberPrefix", "numberSuffix", "selectionDefault"];

    public static void Map(IEndpointRouteBuilder routes, TablesDoor door)
    {
        const string v1 = TableEndpoints.V1;
        const string v2 = TableEndpoints.V2;
        _ = routes.MapGet(v1 + "tables/{id:long}/columns", door.Plain(List));
        _ = routes.MapPost(v1 + "tables/{id:long}/columns", door.Plain(call => Create(call, call.Id, version: 1)));
        _ = routes.MapPut(v1 + "columns/{id:long}", door.Plain(Update));
        _ = routes.MapDelete(v1 + "columns/{id:long}", door.Plain(Delete));
        _ = routes.MapGet(v2 + "columns/table/{id:long}", door.Ocs(List));
        _ = routes.MapPost(
            v2 + "columns/{type}",
            door.Ocs(call =>
            {
                call.Body["type"] = (string?)call.Context.Request.RouteValues["type"];
                return Create(call, (long?)call.Body["baseNodeId"] ?? 0, version: 2);
            })
        );
    }

    private static (TablesState?, TablesAnswer) List(TablesCall call) =>
        call.State.Table(call.Me, call.Id, share => share.Read) is { } table
            ? (
                null,
                TablesAnswer.Ok(
                    new JsonArray([
                        .. call.State.ColumnsOf(table.Id).Select(JsonNode (column) => TablesWriter.Column(column)),
                    ])
                )
            )
            : (null, TablesAnswer.NotFound);

    private static (TablesState?, TablesAnswer) Create(TablesCall call, long tableId, int version)
    {
        if (call.State.Table(call.Me, tableId, share => share.Manage) is not { } table)
        {
            return (null, TablesAnswer.NotFound);
        }

        var column = TablesSamples.Column(
            call.State.LastColumn + 1,
            table.Id,
            call.Me.Account.Id,
            call.Now,
            call.Body,
            version
        );
        return (
            call.State with
            {
                Columns = call.State.Columns.Add(column),
                LastColumn = column.Id,
            },
            TablesAnswer.Ok(column.Json.DeepClone())
        );
    }

    /// <summary>What the body leaves out is erased, but for prefix, suffix, options and the default of a selection.</summary>
    private static (TablesState?, TablesAnswer) Update(TablesCall call)
    {
        if (Column(call) is not { } column)
        {
            return (null, TablesAnswer.NotFound);
        }

        var json = (JsonObject)column.Json.DeepClone();
        foreach (var name in Erased)
        {
            json[name] = call.Body[name]?.DeepClone();
        }

        foreach (var name in Kept)
        {
            json[name] = call.Body[name]?.DeepClone() ?? json[name]?.DeepClone();
        }

        json["mandatory"] = call.Flag("mandatory") ?? false;
        if (TablesSamples.Options(call.Body["selectionOptions"]) is { } options)
        {
            json["selectionOptions"] = options;
        }

        json["lastEditAt"] = call.Now;
        var changed = column with { Json = json };
        return (
            call.State with
            {
                Columns = call.State.Columns.ConvertAll(one => one.Id == column.Id ? changed : one),
            },
            TablesAnswer.Ok(json.DeepClone())
        );
    }

    private static (TablesState?, TablesAnswer) Delete(TablesCall call)
    {
        if (Column(call) is not { } column)
        {
            return (null, TablesAnswer.NotFound);
        }

        var key = column.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return (
            call.State with
            {
                Columns = call.State.Columns.Remove(column),
                Rows = call.State.Rows.ConvertAll(row => row.TableId == column.TableId ? Without(row, key) : row),
            },
            TablesAnswer.Ok(TablesWriter.Column(column))
        );
    }

    private static StoredRow Without(StoredRow row, string key)
    {
        var values = (JsonObject)row.Values.DeepClone();
        _ = values.Remove(key);
        return row with { Values = values };
    }

    private static StoredColumn? Column(TablesCall call) =>
        call.State.Columns.Find(column =>
            column.Id == call.Id && call.State.Table(call.Me, column.TableId, share => share.Manage) is not null
        );
}
