using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Cookbook;

/// <summary>The Cookbook app. It has no pictures, imports nothing, and keeps recipes by itself, not as files.</summary>
internal sealed class CookbookApp(AppStore<CookbookState> store, DemoAppContext context) : IDemoApp, IDemoSearch
{
    private const string Says = """{"api-version":{"epoch":0,"major":1,"minor":2},"version":[0,11,9]}""";

    public string Id => "cookbook";

    string IDemoApp.Name => "Cookbook";

    string IDemoSearch.Name => "Recipes";

    public string AppId => Id;

    public int Order => 4;

    public static async Task<CookbookApp> LoadAsync(DemoAppContext context, CancellationToken cancellationToken)
    {
        var store = await context.Stores.OpenAsync(
            "cookbook",
            CookbookStoreJson.Default.CookbookState,
            () =>
                context.SampleData && context.People.Find("alice") is not null
                    ? CookbookSamples.Family("alice", context.Time.GetUtcNow())
                    : new CookbookState(),
            cancellationToken
        );
        return new CookbookApp(store, context);
    }

    public void AddCapabilities(JsonObject capabilities, Person? person)
    {
        if (person is not null)
        {
            capabilities["cookbook"] = JsonNode.Parse(Says);
        }
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        var door = new AppDoor(context.Faults, "cookbook");
        new RecipeEndpoints(store, context.Time).Map(routes, door);
        new RecipeListEndpoints(store).Map(routes, door);
        CookbookEndpoints.Map(routes, door);
    }

    public Task<DemoSearchAnswer> SearchAsync(Person me, DemoSearchQuery query, CancellationToken cancellationToken)
    {
        var found = store
            .Current.Of(me.Id)
            .Where(recipe => recipe.Holds(query.Term))
            .Take(query.Limit)
            .Select(recipe => Hit(recipe, query.Url));
        return Task.FromResult(new DemoSearchAnswer("Recipes", found));
    }

    private static DemoSearchHit Hit(StoredRecipe recipe, string url) =>
        new(recipe.Name, recipe.Category, $"{url}/apps/cookbook/#/recipe/{recipe.Id}") { Icon = "icon-cookbook" };
}
