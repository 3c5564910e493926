using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Cookbook;

/// <summary>Single recipes. Writes are answered with the bare id.</summary>
internal sealed class RecipeEndpoints(AppStore<CookbookState> store, TimeProvider time)
{
    private const string Root = CookbookEndpoints.Root + "recipes";

    public void Map(IEndpointRouteBuilder routes, AppDoor door)
    {
        _ = routes.MapPost(Root, door.For(CreateAsync));
        _ = routes.MapGet(Root + "/{id:long}", door.For(GetAsync));
        _ = routes.MapPut(Root + "/{id:long}", door.For(UpdateAsync));
        _ = routes.MapDelete(Root + "/{id:long}", door.For(DeleteAsync));
    }

    private Task GetAsync(HttpContext context, Person me) =>
        Find(store.Current, me, Id(context)) is { } recipe
            ? context.Response.JsonAsync(StatusCodes.Status200OK, RecipeWriter.Full(recipe))
            : context.Response.JsonAsync(StatusCodes.Status404NotFound, Id(context));

    private Task CreateAsync(HttpContext context, Person me) => WriteAsync(context, me, known: null);

    /// <summary>Without its id in the body a recipe is taken for another one of the same name.</summary>
    private Task UpdateAsync(HttpContext context, Person me) => WriteAsync(context, me, Id(context));

    private async Task WriteAsync(HttpContext context, Person me, long? known)
    {
        var body = await context.JsonBodyAsync() ?? [];
        var own = known is not null && Number(body["id"]) == known ? known : null;
        var answer = await store.ChangeAsync(state => Write(state, me, body, own), context.RequestAborted);
        await (
            answer.Error is { } error
                ? context.Response.JsonAsync(answer.Status, new JsonObject { ["msg"] = error })
                : context.Response.JsonAsync(StatusCodes.Status200OK, answer.Id)
        );
    }

    private (CookbookState?, RecipeWritten) Write(CookbookState state, Person me, JsonObject body, long? own)
    {
        var name = body["name"]?.ToString() ?? "";
        if (name.Length == 0)
        {
            return (null, new(422, 0, "No recipe name was given. A unique name is required to store the recipe."));
        }

        if (state.Of(me.Id).Any(recipe => recipe.Name == name && recipe.Id != own))
        {
            return (null, new(409, 0, "Another recipe with that name already exists"));
        }

        var now = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        _ = body.Remove("id");
        var before = own is { } there ? Find(state, me, there) : null;
        var id = before?.Id ?? state.LastRecipe + 1;
        var recipe = new StoredRecipe(id, me.Id, body, before?.Created ?? now, now);
        return (
            state with
            {
                Recipes = (before is null ? state.Recipes : state.Recipes.Remove(before)).Add(recipe),
                LastRecipe = Math.Max(state.LastRecipe, id),
            },
            new(200, id, Error: null)
        );
    }

    /// <summary>What is not there is answered as what was deleted.</summary>
    private async Task DeleteAsync(HttpContext context, Person me)
    {
        var id = Id(context);
        await store.ChangeAsync(
            state =>
                Find(state, me, id) is { } recipe
                    ? (state with { Recipes = state.Recipes.Remove(recipe) }, true)
                    : (null, false),
            context.RequestAborted
        );
        await context.Response.JsonAsync(
            StatusCodes.Status200OK,
            string.Create(CultureInfo.InvariantCulture, $"Recipe {id} deleted successfully")
        );
    }

    private static StoredRecipe? Find(CookbookState state, Person me, long id) =>
        state.Recipes.Find(recipe => recipe.Id == id && recipe.Owner == me.Id);

    private static long Id(HttpContext context) =>
        long.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);

    private static long? Number(JsonNode? node) =>
        long.TryParse(node?.ToString(), CultureInfo.InvariantCulture, out var number) ? number : null;
}
