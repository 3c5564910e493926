using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Tables;

/// <summary>The Tables app: tables with columns, rows and views.</summary>
internal sealed class TablesApp(AppStore<TablesState> store, DemoAppContext context) : IDemoApp, IDemoSearch
{
    private const string Says = """
        {"enabled":true,"version":"1.0.9","apiVersions":["1.0","2.0","2.1"],"features":["favorite","archive"],"isCirclesEnabled":true,
         "column_types":["text-line","text-rich","text-link","number","number-stars","number-progress","selection","selection-multi",
         "selection-check","datetime","datetime-date","datetime-time","usergroup"]}
        """;

    string IDemoApp.Id => "tables";

    string IDemoSearch.Id => "tables-search-tables";

    string IDemoApp.Name => "Tables";

    string IDemoSearch.Name => "Nextcloud tables";

    public string AppId => "tables";

    public int Order => 20;

    public static async Task<TablesApp> LoadAsync(DemoAppContext context, CancellationToken cancellationToken)
    {
        var people = context.People.All.Select(person => person.Id).ToList();
        var store = await context.Stores.OpenAsync(
            "tables",
            TablesStoreJson.Default.TablesState,
            () => context.SampleData ? TablesSamples.Company(people, context.Time.GetUtcNow()) : new TablesState(),
            cancellationToken
        );
        return new TablesApp(store, context);
    }

    public void AddCapabilities(JsonObject capabilities, Person? person)
    {
        if (person is not null)
        {
            capabilities["tables"] = JsonNode.Parse(Says);
        }
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        var door = new TablesDoor(store, context);
        new TableEndpoints(context.People).Map(routes, door);
        ColumnEndpoints.Map(routes, door);
        new RowEndpoints(context.People).Map(routes, door);
        new ViewEndpoints(context.People).Map(routes, door);
    }

    public Task<DemoSearchAnswer> SearchAsync(Person me, DemoSearchQuery query, CancellationToken cancellationToken)
    {
        var found = store
            .Current.TablesOf(me)
            .Where(table => table.Title.Contains(query.Term, StringComparison.OrdinalIgnoreCase))
            .Skip(query.Cursor)
            .Take(query.Limit)
            .Select(table => Hit(table, query.Url));
        return Task.FromResult(new DemoSearchAnswer("Nextcloud tables", found, query.Cursor + query.Limit));
    }

    private DemoSearchHit Hit(StoredTable table, string url) =>
        new(
            $"{table.Emoji} {table.Title}".TrimStart(),
            context.People.Find(table.Owner)?.Account.DisplayName ?? table.Owner,
            $"{url}/apps/tables/#/table/{table.Id}"
        )
        {
            Thumbnail = $"{url}/apps/tables/img/app.svg",
            Icon = "icon-tables",
        };
}
