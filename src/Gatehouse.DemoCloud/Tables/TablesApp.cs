using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Tables;

/// <summary>The Tables app: tables with columns, rows and views.</summary>
internal sealed class TablesApp(AppStore<TablesState> store, DemoAppContext context) : IDemoApp
{
    private const string Says = """
        {"enabled":true,"version":"1.0.9","apiVersions":["1.0","2.0","2.1"],"features":["favorite","archive"],"isCirclesEnabled":true,
         "column_types":["text-line","text-rich","text-link","number","number-stars","number-progress","selection","selection-multi",
         "selection-check","datetime","datetime-date","datetime-time","usergroup"]}
        """;

    public string Id => "tables";

    public string Name => "Tables";

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
}
