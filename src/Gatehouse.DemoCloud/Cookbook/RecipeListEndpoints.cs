using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Cookbook;

/// <summary>Recipes by words, category and keywords.</summary>
internal sealed class RecipeListEndpoints(AppStore<CookbookState> store)
{
    private const string Root = CookbookEndpoints.Root;

    public void Map(IEndpointRouteBuilder routes, AppDoor door)
    {
        _ = routes.MapGet(Root + "recipes", List(door, (_, _) => true));
        _ = routes.MapGet(
            Root + "search/{what}",
            List(
                door,
                (recipe, words) =>
                    Array.TrueForAll(words.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries), recipe.Holds)
            )
        );
        _ = routes.MapGet(
            Root + "category/{what}",
            List(door, (recipe, name) => recipe.Category == (name == "*" ? "" : name))
        );
        _ = routes.MapGet(
            Root + "tags/{what}",
            List(door, (recipe, names) => Array.TrueForAll(names.Split(','), name => recipe.Keywords.Contains(name)))
        );
        _ = routes.MapGet(Root + "categories", door.For(CategoriesAsync));
        _ = routes.MapGet(Root + "keywords", door.For(KeywordsAsync));
        _ = routes.MapPut(Root + "category/{what}", door.For(RenameAsync));
    }

    private RequestDelegate List(AppDoor door, Func<StoredRecipe, string, bool> filter) =>
        door.For(
            (context, me) =>
            {
                var what = context.Request.RouteValues["what"] as string ?? "";
                var found = store.Current.Of(me.Id).Where(recipe => filter(recipe, what));
                return context.Response.JsonAsync(
                    StatusCodes.Status200OK,
                    new JsonArray([.. found.Select(JsonNode (recipe) => RecipeWriter.Short(recipe))])
                );
            }
        );

    private Task CategoriesAsync(HttpContext context, Person me)
    {
        var recipes = store.Current.Of(me.Id).ToList();
        var groups = recipes
            .Where(recipe => recipe.Category.Length > 0)
            .GroupBy(recipe => recipe.Category, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Count()))
            .Append(("*", recipes.Count(recipe => recipe.Category.Length == 0)));
        return GroupsAsync(context, groups);
    }

    private Task KeywordsAsync(HttpContext context, Person me) =>
        GroupsAsync(
            context,
            store
                .Current.Of(me.Id)
                .SelectMany(recipe => recipe.Keywords)
                .GroupBy(keyword => keyword, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.Key, group.Count()))
        );

    private static Task GroupsAsync(HttpContext context, IEnumerable<(string Name, int Count)> groups) =>
        context.Response.JsonAsync(
            StatusCodes.Status200OK,
            new JsonArray([
                .. groups.Select(
                    JsonNode (group) => new JsonObject { ["name"] = group.Name, ["recipe_count"] = group.Count }
                ),
            ])
        );

    private async Task RenameAsync(HttpContext context, Person me)
    {
        var from = context.Request.RouteValues["what"] as string ?? "";
        var to = (string?)(await context.JsonBodyAsync())?["name"] ?? "";
        await store.ChangeAsync(
            state =>
                (
                    state with
                    {
                        Recipes = state.Recipes.ConvertAll(recipe =>
                            recipe.Owner == me.Id && recipe.Category == from ? InCategory(recipe, to) : recipe
                        ),
                    },
                    true
                ),
            context.RequestAborted
        );
        await context.Response.JsonAsync(StatusCodes.Status200OK, to);
    }

    private static StoredRecipe InCategory(StoredRecipe recipe, string category)
    {
        var json = (JsonObject)recipe.Json.DeepClone();
        json["recipeCategory"] = category;
        return recipe with { Json = json };
    }
}
