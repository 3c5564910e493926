using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Tables;

/// <summary>Rows: version 2 only makes them.</summary>
internal sealed class RowEndpoints(PersonDirectory people)
{
    private const int AllRows = 100_000;

    public void Map(IEndpointRouteBuilder routes, TablesDoor door)
    {
        const string v1 = TableEndpoints.V1;
        const string v2 = TableEndpoints.V2;
        _ = routes.MapGet(v1 + "tables/{id:long}/rows", door.Plain(List));
        _ = routes.MapPost(v1 + "tables/{id:long}/rows", door.Plain(Create));
        _ = routes.MapGet(v1 + "tables/{id:long}/rows/simple", door.Plain(Simple));
        _ = routes.MapGet(v1 + "rows/{id:long}", door.Plain(Get));
        _ = routes.MapPut(v1 + "rows/{id:long}", door.Plain(Update));
        _ = routes.MapDelete(v1 + "rows/{id:long}", door.Plain(Delete));
        _ = routes.MapPost(v2 + "tables/{id:long}/rows", door.Ocs(Create));
    }

    private (TablesState?, TablesAnswer) List(TablesCall call)
    {
        if (call.State.Table(call.Me, call.Id, share => share.Read) is not { } table)
        {
            return (null, TablesAnswer.NotFound);
        }

        var writer = new TablesWriter(call.State, people);
        var rows = call.State.RowsOf(table.Id).Skip(call.Query("offset", 0)).Take(call.Query("limit", AllRows));
        return (null, TablesAnswer.Ok(new JsonArray([.. rows.Select(JsonNode (row) => writer.Row(row))])));
    }

    private static (TablesState?, TablesAnswer) Simple(TablesCall call)
    {
        if (call.State.Table(call.Me, call.Id, share => share.Read) is not { } table)
        {
            return (null, TablesAnswer.NotFound);
        }

        var columns = call.State.ColumnsOf(table.Id).ToList();
        var lines = new JsonArray();
        lines.Add((JsonNode)new JsonArray([.. columns.Select(JsonNode (column) => column.Title)]));
        foreach (var row in call.State.RowsOf(table.Id))
        {
            lines.Add(
                (JsonNode)
                    new JsonArray([
                        .. columns.Select(column =>
                            row.Values.ContainsKey(Key(column)) ? CellValue.Read(column, row.Values[Key(column)]) : ""
                        ),
                    ])
            );
        }

        return (null, TablesAnswer.Ok(lines));
    }

    private (TablesState?, TablesAnswer) Create(TablesCall call)
    {
        if (call.State.Table(call.Me, call.Id, share => share.Read) is not { } table)
        {
            return (null, TablesAnswer.NotFound);
        }

        if (call.State.Table(call.Me, call.Id, share => share.Create) is null)
        {
            return (null, TablesAnswer.Denied);
        }

        var columns = call.State.ColumnsOf(table.Id).ToList();
        if (Values(call, columns) is not { } values)
        {
            return (null, Unknown(call, columns, table.Id));
        }

        var missing = columns.Find(column => column.IsMandatory && CellValue.Text(values[Key(column)]).Length == 0);
        if (missing is not null)
        {
            return (null, TablesAnswer.Error(400, $"Mandatory column \"{missing.Title}\" cannot be empty."));
        }

        var row = new StoredRow(call.State.LastRow + 1, table.Id, call.Me.Id, call.Now, values);
        var state = call.State with { Rows = call.State.Rows.Add(row), LastRow = row.Id };
        return (state, TablesAnswer.Ok(new TablesWriter(state, people).Row(row, isRead: false)));
    }

    private (TablesState?, TablesAnswer) Get(TablesCall call) =>
        Row(call, share => share.Read) is { } row
            ? (null, TablesAnswer.Ok(new TablesWriter(call.State, people).Row(row)))
            : (null, Missing(call));

    private (TablesState?, TablesAnswer) Update(TablesCall call)
    {
        if (Row(call, share => share.Update) is not { } row)
        {
            return (null, Missing(call));
        }

        var columns = call.State.ColumnsOf(row.TableId).ToList();
        if (Values(call, columns) is not { } values)
        {
            return (null, Unknown(call, columns, row.TableId));
        }

        var merged = (JsonObject)row.Values.DeepClone();
        foreach (var (key, value) in values)
        {
            merged[key] = value?.DeepClone();
        }

        var changed = row with { Values = merged, By = call.Me.Id, At = call.Now };
        var state = call.State with { Rows = call.State.Rows.ConvertAll(one => one.Id == row.Id ? changed : one) };
        return (state, TablesAnswer.Ok(new TablesWriter(state, people).Row(changed)));
    }

    private (TablesState?, TablesAnswer) Delete(TablesCall call) =>
        Row(call, share => share.Delete) is { } row
            ? (
                call.State with
                {
                    Rows = call.State.Rows.Remove(row),
                },
                TablesAnswer.Ok(new TablesWriter(call.State, people).Row(row))
            )
            : (null, Missing(call));

    /// <summary>The values by column id; null when one of them is of no column of the table, or in the form of an answer.</summary>
    private static JsonObject? Values(TablesCall call, List<StoredColumn> columns)
    {
        if (call.Body["data"] is not JsonObject data)
        {
            return null;
        }

        var values = new JsonObject();
        foreach (var (key, value) in data)
        {
            if (columns.Find(column => Key(column) == key) is not { } column)
            {
                return null;
            }

            values[key] = CellValue.Keep(column, value);
        }

        return values;
    }

    private static TablesAnswer Unknown(TablesCall call, List<StoredColumn> columns, long table)
    {
        var key = call.Body["data"] is JsonObject data
            ? data.First(one => !columns.Exists(column => Key(column) == one.Key)).Key
            : "0";
        return TablesAnswer.Error(500, $"Column with id {key} is not part of table with id {table}");
    }

    private static TablesAnswer Missing(TablesCall call) =>
        call.State.Rows.Exists(row => row.Id == call.Id)
            ? TablesAnswer.Denied
            : TablesAnswer.Error(
                404,
                "OCA\\Tables\\Service\\RowService - find: Did expect one result but found none when executing: query \"SELECT * FROM `*PREFIX*tables_row_sleeves` WHERE `id` = :dcValue1\"; "
            );

    private static StoredRow? Row(TablesCall call, Func<StoredShare, bool> right) =>
        call.State.Rows.Find(row => row.Id == call.Id && call.State.Table(call.Me, row.TableId, right) is not null);

    private static string Key(StoredColumn column) => column.Id.ToString(CultureInfo.InvariantCulture);
}
