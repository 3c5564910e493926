using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Tables;

/// <summary>Makes tables and columns, and what a new Tables holds.</summary>
internal static class TablesSamples
{
    private static readonly string[] Numbers = ["numberDefault", "numberMin", "numberMax", "numberDecimals"];
    private static readonly string[] Texts = ["textDefault", "textAllowedPattern", "textMaxLength"];

    private static readonly string[] Flags =
    [
        "usergroupMultipleItems",
        "usergroupSelectUsers",
        "usergroupSelectGroups",
        "usergroupSelectTeams",
        "showUserStatus",
    ];

    private static readonly string[] States = ["enough", "order", "ordered"];

    private static readonly (string Title, string Type, string Subtype)[] WelcomeColumns =
    [
        ("What", "text", "line"),
        ("How", "text", "rich"),
        ("Ease", "number", "stars"),
        ("Done", "selection", "check"),
    ];

    private static readonly (string Title, string Type, string Subtype)[] TodoColumns =
    [
        ("Task", "text", "line"),
        ("Description", "text", "rich"),
        ("Target", "text", "rich"),
        ("Progress", "number", "progress"),
        ("Comments", "text", "rich"),
        ("Proofed", "selection", "check"),
    ];

    private static readonly (string Article, int Amount, string State)[] Stock =
    [
        ("Oak boards", 24, "0"),
        ("Screws 4×40", 350, "0"),
        ("Wood oil", 2, "1"),
        ("Sandpaper 120", 12, "2"),
        ("Glue", 1, "1"),
    ];

    /// <summary>The table the real one gives to everybody who lists theirs for the first time: four columns, seven rows, one view.</summary>
    public static TablesState Welcome(TablesState state, string person, string now)
    {
        if (state.Visitors.Contains(person))
        {
            return state;
        }

        (state, var table) = Add(state, person, "Welcome to Nextcloud Tables!", "🚀", now);
        foreach (var (title, type, subtype) in WelcomeColumns)
        {
            state = AddColumn(state, table.Id, person, now, Body(title, type, subtype));
        }

        for (var i = 1; i <= 7; i++)
        {
            state = AddRow(state, table.Id, person, now, [$"Step {i}", "Try it", i % 5, i == 1 ? "true" : "false"]);
        }

        var view = new StoredView(state.LastView + 1, table.Id, person, "Check yourself!", now)
        {
            Emoji = "🏁",
            ColumnSettings = Settings(state, table.Id),
            Filter =
            [
                new JsonArray(
                    new JsonObject
                    {
                        ["columnId"] = state.LastColumn,
                        ["operator"] = "is-equal",
                        ["value"] = "@unchecked",
                    }
                ),
            ],
        };
        return state with { Views = state.Views.Add(view), LastView = view.Id, Visitors = state.Visitors.Add(person) };
    }

    /// <summary>The inventory and the customers of Alice's firm.</summary>
    public static TablesState Company(IReadOnlyList<string> people, DateTimeOffset time)
    {
        var now = time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var state = new TablesState { Visitors = [.. people] };
        if (!people.Contains("alice"))
        {
            return state;
        }

        (state, var stock) = Add(state, "alice", "Workshop stock", "📦", now);
        state = AddColumn(state, stock.Id, "alice", now, Body("Article", "text", "line", mandatory: true));
        state = AddColumn(state, stock.Id, "alice", now, Body("Amount", "number", "", suffix: "pcs"));
        state = AddColumn(state, stock.Id, "alice", now, Body("State", "selection", "", options: States));
        state = AddColumn(state, stock.Id, "alice", now, Body("Checked", "datetime", "date"));
        foreach (var (article, amount, choice) in Stock)
        {
            state = AddRow(
                state,
                stock.Id,
                "alice",
                now,
                [article, amount, choice, time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]
            );
        }

        if (people.Contains("bob"))
        {
            var share = new StoredShare(1, stock.Id, "alice", "bob", now)
            {
                Read = true,
                Create = true,
                Update = true,
            };
            state = state with { Shares = state.Shares.Add(share), LastShare = share.Id };
        }

        return state;
    }

    public static (TablesState State, StoredTable Table) Add(
        TablesState state,
        string owner,
        string title,
        string? emoji,
        string now
    )
    {
        var table = new StoredTable(state.LastTable + 1, owner, title, now) { Emoji = emoji };
        return (state with { Tables = state.Tables.Add(table), LastTable = table.Id }, table);
    }

    /// <summary>The template of that name: six columns, four rows.</summary>
    public static TablesState Todo(TablesState state, long table, string person, string now)
    {
        foreach (var (title, type, subtype) in TodoColumns)
        {
            state = AddColumn(state, table, person, now, Body(title, type, subtype));
        }

        for (var i = 1; i <= 4; i++)
        {
            state = AddRow(state, table, person, now, [$"Task {i}", "", "", i * 10, "", "false"]);
        }

        return state;
    }

    /// <summary>A column as it is answered right after it was made.</summary>
    public static StoredColumn Column(long id, long table, string by, string now, JsonObject body, int version)
    {
        var type = CellValue.Text(body["type"]);
        var json = new JsonObject
        {
            ["id"] = id,
            ["tableId"] = table,
            ["title"] = body["title"]?.DeepClone() ?? "",
            ["createdBy"] = by,
            ["createdByDisplayName"] = by,
            ["createdAt"] = now,
            ["lastEditBy"] = by,
            ["lastEditByDisplayName"] = by,
            ["lastEditAt"] = now,
            ["viewColumnInformation"] = null,
            ["type"] = type,
            ["subtype"] = body["subtype"]?.DeepClone() ?? "",
            ["mandatory"] = body["mandatory"]?.DeepClone() ?? false,
            ["description"] = body["description"]?.DeepClone() ?? "",
        };
        foreach (var name in Numbers)
        {
            json[name] = body[name]?.DeepClone();
        }

        json["numberPrefix"] = body["numberPrefix"]?.DeepClone() ?? "";
        json["numberSuffix"] = body["numberSuffix"]?.DeepClone() ?? "";
        foreach (var name in Texts)
        {
            json[name] = body[name]?.DeepClone();
        }

        json["textUnique"] = body["textUnique"]?.DeepClone() ?? (version == 2 && type == "text" ? false : null);
        json["selectionOptions"] = Options(body["selectionOptions"]) ?? [];
        json["selectionDefault"] = body["selectionDefault"]?.DeepClone() ?? (version == 2 ? null : "");
        json["datetimeDefault"] = body["datetimeDefault"]?.DeepClone() ?? (version == 2 ? null : "");
        json["usergroupDefault"] = new JsonArray();
        foreach (var name in Flags)
        {
            json[name] = body[name]?.DeepClone();
        }

        json["customSettings"] = new JsonObject();
        return new StoredColumn(id, table, json);
    }

    /// <summary>Options come as JSON within a text.</summary>
    public static JsonArray? Options(JsonNode? value)
    {
        if (value is JsonArray list)
        {
            return list.DeepClone().AsArray();
        }

        try
        {
            return CellValue.Text(value) is { Length: > 0 } text ? JsonNode.Parse(text) as JsonArray : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonArray Settings(TablesState state, long table) =>
        new([
            .. state
                .ColumnsOf(table)
                .Select(
                    JsonNode (column, order) =>
                        ViewEndpoints.Setting(new JsonObject { ["columnId"] = column.Id, ["order"] = order })
                ),
        ]);

    private static JsonObject Body(
        string title,
        string type,
        string subtype,
        bool mandatory = false,
        string suffix = "",
        IReadOnlyList<string>? options = null
    ) =>
        new()
        {
            ["title"] = title,
            ["type"] = type,
            ["subtype"] = subtype,
            ["mandatory"] = mandatory,
            ["numberSuffix"] = suffix,
            ["selectionOptions"] = new JsonArray([
                .. (options ?? []).Select(JsonNode (label, id) => new JsonObject { ["id"] = id, ["label"] = label }),
            ]),
        };

    private static TablesState AddColumn(TablesState state, long table, string by, string now, JsonObject body)
    {
        var column = Column(state.LastColumn + 1, table, by, now, body, version: 1);
        return state with { Columns = state.Columns.Add(column), LastColumn = column.Id };
    }

    private static TablesState AddRow(TablesState state, long table, string by, string now, JsonArray values)
    {
        var cells = state
            .ColumnsOf(table)
            .Select(
                (column, i) =>
                    KeyValuePair.Create(column.Id.ToString(CultureInfo.InvariantCulture), values[i]?.DeepClone())
            );
        var row = new StoredRow(state.LastRow + 1, table, by, now, new JsonObject(cells));
        return state with { Rows = state.Rows.Add(row), LastRow = row.Id };
    }
}
