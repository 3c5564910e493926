using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Tables;

/// <summary>Writes things as the real one does.</summary>
internal sealed class TablesWriter(TablesState state, PersonDirectory people)
{
    private static readonly string[] Flags =
    [
        "textUnique",
        "usergroupMultipleItems",
        "usergroupSelectUsers",
        "usergroupSelectGroups",
        "usergroupSelectTeams",
        "showUserStatus",
    ];

    public JsonObject Table(Person me, StoredTable table, bool withViews = true)
    {
        var share = table.Owner == me.Id ? null : state.ShareOf(me, table);
        var views = withViews && share is null ? state.Views.Where(view => view.TableId == table.Id) : [];
        return new JsonObject
        {
            ["id"] = table.Id,
            ["title"] = table.Title,
            ["emoji"] = table.Emoji,
            ["ownership"] = table.Owner,
            ["ownerDisplayName"] = Name(table.Owner),
            ["createdBy"] = table.Owner,
            ["createdAt"] = table.CreatedAt,
            ["lastEditBy"] = table.Owner,
            ["lastEditAt"] = table.LastEditAt,
            ["archived"] = table.Archived,
            ["isShared"] = share is not null,
            ["favorite"] = false,
            ["onSharePermissions"] = share is null
                ? null
                : new JsonObject
                {
                    ["read"] = share.Read,
                    ["create"] = share.Create,
                    ["update"] = share.Update,
                    ["delete"] = share.Delete,
                    ["manage"] = share.Manage,
                },
            ["hasShares"] = state.Shares.Exists(one => one.TableId == table.Id),
            ["rowsCount"] = state.RowsOf(table.Id).Count(),
            ["columnsCount"] = state.ColumnsOf(table.Id).Count(),
            ["views"] = new JsonArray([.. views.Select(JsonNode (view) => View(view))]),
            ["description"] = table.Description,
        };
    }

    public JsonObject View(StoredView view) =>
        new()
        {
            ["id"] = view.Id,
            ["tableId"] = view.TableId,
            ["title"] = view.Title,
            ["description"] = "",
            ["emoji"] = view.Emoji,
            ["ownership"] = view.Owner,
            ["createdBy"] = view.Owner,
            ["createdAt"] = view.CreatedAt,
            ["lastEditBy"] = view.Owner,
            ["lastEditAt"] = view.LastEditAt,
            ["columns"] = new JsonArray(),
            ["columnSettings"] = view.ColumnSettings.DeepClone(),
            ["sort"] = view.Sort.DeepClone(),
            ["isShared"] = false,
            ["favorite"] = false,
            ["onSharePermissions"] = null,
            ["hasShares"] = false,
            ["rowsCount"] = view.ColumnSettings.Count == 0 ? 0 : RowFilter.RowsOf(state, view).Count(),
            ["ownerDisplayName"] = Name(view.Owner),
            ["filter"] = view.Filter.DeepClone(),
        };

    /// <summary>What is not set reads as nothing right after the write, and as its default later.</summary>
    public static JsonObject Column(StoredColumn column)
    {
        var json = (JsonObject)column.Json.DeepClone();
        json["numberDecimals"] ??= 0;
        foreach (var name in Flags)
        {
            json[name] ??= false;
        }

        return json;
    }

    /// <summary>A row as it is read; without <paramref name="isRead"/> as it is answered right after it was made.</summary>
    public JsonObject Row(StoredRow row, IReadOnlyCollection<long>? columns = null, bool isRead = true)
    {
        var cells = state
            .ColumnsOf(row.TableId)
            .Where(column => columns is null || columns.Contains(column.Id))
            .Select(column => (column, Key: column.Id.ToString(CultureInfo.InvariantCulture)))
            .Where(one => row.Values.ContainsKey(one.Key))
            .Select(
                JsonNode (one) =>
                    new JsonObject
                    {
                        ["columnId"] = one.column.Id,
                        ["value"] = isRead
                            ? CellValue.Read(one.column, row.Values[one.Key])
                            : row.Values[one.Key]?.DeepClone(),
                    }
            );
        return new JsonObject
        {
            ["id"] = row.Id,
            ["tableId"] = row.TableId,
            ["createdBy"] = isRead ? row.By : null,
            ["createdAt"] = isRead ? row.At : null,
            ["lastEditBy"] = isRead ? row.By : null,
            ["lastEditAt"] = isRead ? row.At : null,
            ["data"] = new JsonArray([.. cells]),
        };
    }

    public JsonObject Share(StoredShare share) =>
        new()
        {
            ["id"] = share.Id,
            ["nodeId"] = share.TableId,
            ["nodeType"] = "table",
            ["permissionRead"] = share.Read,
            ["permissionCreate"] = share.Create,
            ["permissionUpdate"] = share.Update,
            ["permissionDelete"] = share.Delete,
            ["permissionManage"] = share.Manage,
            ["sender"] = share.Sender,
            ["receiver"] = share.Receiver,
            ["receiverDisplayName"] = Name(share.Receiver),
            ["receiverType"] = "user",
            ["createdAt"] = share.CreatedAt,
            ["lastEditAt"] = share.CreatedAt,
        };

    private string Name(string id) => people.Find(id)?.Account.DisplayName ?? id;
}
