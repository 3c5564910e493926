using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Collectives;

/// <summary>The Collectives app: it says nothing in the capabilities.</summary>
internal sealed class CollectivesApp(CollectiveLibrary library, DemoAppContext context) : IDemoApp
{
    public string Id => "collectives";

    public string Name => "Collectives";

    public static async Task<CollectivesApp> LoadAsync(DemoAppContext context, CancellationToken cancellationToken)
    {
        var isNew = false;
        var store = await context.Stores.OpenAsync(
            "collectives",
            CollectivesStoreJson.Default.CollectivesState,
            () =>
            {
                isNew = true;
                return new CollectivesState();
            },
            cancellationToken
        );
        var library = new CollectiveLibrary(store, context.Time);
        if (isNew && context.SampleData && context.People.Find("alice") is { } alice)
        {
            await SampleHandbook.WriteAsync(library, alice, cancellationToken);
        }

        return new CollectivesApp(library, context);
    }

    public void AddCapabilities(JsonObject capabilities, Person? person) { }

    public void Map(IEndpointRouteBuilder routes)
    {
        var door = new CollectivesDoor(context.Faults, library);
        new CollectivesEndpoints(library, door).Map(routes);
        new PagesEndpoints(library, door, context.Time).Map(routes);
    }
}
