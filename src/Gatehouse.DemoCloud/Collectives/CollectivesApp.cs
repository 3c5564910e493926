using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Collectives;

/// <summary>The Collectives app: it says nothing in the capabilities.</summary>
internal sealed class CollectivesApp(CollectiveLibrary library, DemoAppContext context) : IDemoApp, IDemoSearch
{
    string IDemoApp.Id => "collectives";

    string IDemoSearch.Id => "collectives-pages";

    string IDemoApp.Name => "Collectives";

    string IDemoSearch.Name => "Collectives - Pages";

    public string AppId => "collectives";

    public int Order => 4;

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

    /// <summary>By the titles of pages.</summary>
    public Task<DemoSearchAnswer> SearchAsync(Person me, DemoSearchQuery query, CancellationToken cancellationToken)
    {
        var found = library
            .State.Collectives.Where(one => one.Person == me.Id && one.Trashed is null)
            .SelectMany(one => library.State.PagesOf(one.Id, trashed: false), (one, page) => (One: one, Page: page))
            .Where(hit => hit.Page.Title.Contains(query.Term, StringComparison.OrdinalIgnoreCase))
            .Take(query.Limit)
            .Select(hit => Hit(hit.One, hit.Page, query.Url));
        return Task.FromResult(new DemoSearchAnswer("Collectives - Pages", found));
    }

    private static DemoSearchHit Hit(DemoCollective one, DemoPage page, string url) =>
        new(
            $"{page.Emoji} {page.Title}".TrimStart(),
            $"in {one.Name}",
            $"{url}/apps/collectives/{Uri.EscapeDataString(one.Name)}?fileId={page.Id}"
        )
        {
            Icon = "icon-collectives-page",
        };
}
