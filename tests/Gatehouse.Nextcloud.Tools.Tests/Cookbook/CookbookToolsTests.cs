using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using ModelContextProtocol.Client;

namespace Gatehouse.Nextcloud.Tools.Tests.Cookbook;

public sealed class CookbookToolsTests : ToolTest
{
    private const string Api = "/index.php/apps/cookbook/api/v1";

    [Fact]
    public async Task Recipes_are_listed_by_one_filter_at_a_time()
    {
        Cloud
            .Play("cookbook", "06-list")
            .Play("cookbook", "11-search")
            .Play("cookbook", "13-category")
            .Play("cookbook", "15-tags");
        await using var alice = await AliceAsync("cookbook.read");

        var all = await CallAsync(alice, "list_recipes", new { });
        var found = await CallAsync(alice, "list_recipes", new { query = "pancakes" });
        var category = await CallAsync(alice, "list_recipes", new { category = "Breakfast" });
        var keywords = await CallAsync(alice, "list_recipes", new { keywords = new[] { "sweet" } });

        Assert.All(
            [all, found, category],
            l => Assert.Equal("Pancakes", l.GetProperty("recipes")[0].GetProperty("name").GetString())
        );
        Assert.Equal(0, keywords.GetProperty("recipes").GetArrayLength());
        Assert.Contains(
            "one thing at a time",
            await ErrorAsync(alice, "list_recipes", new { query = "x", category = "y" }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_recipe_is_read_with_its_parts()
    {
        Cloud.Play("cookbook", "07-get");
        await using var alice = await AliceAsync("cookbook.read");

        var recipe = await CallAsync(alice, "read_recipe", new { recipe = 205 });

        Assert.Equal(3, recipe.GetProperty("ingredients").GetArrayLength());
        Assert.Equal("Mix", recipe.GetProperty("steps")[0].GetString());
        Assert.Equal("250 kcal", recipe.GetProperty("nutrition").GetProperty("calories").GetString());
    }

    [Fact]
    public async Task A_recipe_that_is_not_there_says_so()
    {
        Cloud.Play("cookbook", "08-get-404");
        await using var alice = await AliceAsync();

        foreach (var tool in new[] { "read_recipe", "delete_recipe", "set_recipe" })
        {
            object arguments = tool == "read_recipe" ? new { recipe = 99999 } : new { recipe = 99999, etag = "x" };
            Assert.Contains("not there", await ErrorAsync(alice, tool, arguments), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_recipe_is_created_and_read_back()
    {
        Cloud.Play("cookbook", "03-create").Play("cookbook", "07-get");
        await using var alice = await AliceAsync("cookbook.write");

        var recipe = await CallAsync(
            alice,
            "set_recipe",
            new
            {
                name = "Pancakes",
                ingredients = new[] { "200 g flour" },
                steps = new[] { "Mix" },
                portions = 4,
            }
        );

        Assert.Equal(205, recipe.GetProperty("id").GetInt32());
        Assert.NotEqual("", recipe.GetProperty("etag").GetString());
    }

    [Fact]
    public async Task A_name_that_is_taken_comes_with_the_words_of_the_app()
    {
        Cloud.Play("cookbook", "04-create-duplicate-409");
        await using var alice = await AliceAsync("cookbook.write");

        var error = await ErrorAsync(alice, "set_recipe", new { name = "Pancakes" });

        Assert.Contains("Another recipe with that name already exists", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_is_changed_and_deleted_as_it_was_read()
    {
        Cloud.Play("cookbook", "07-get").Play("cookbook", "10-update").Play("cookbook", "23-delete");
        await using var alice = await AliceAsync("cookbook.write");
        var etag = await EtagAsync(alice);

        await CallAsync(
            alice,
            "set_recipe",
            new
            {
                recipe = 205,
                etag,
                description = "Very fluffy",
            }
        );
        await CallAsync(alice, "delete_recipe", new { recipe = 205, etag });

        var put = Cloud.Requests.Single(r => r.Method == "PUT");
        Assert.Contains("\"id\":205", put.BodyText, StringComparison.Ordinal);
        Assert.Contains("250 kcal", put.BodyText, StringComparison.Ordinal);
        Assert.Single(Cloud.Requests, r => r.Method == "DELETE");
    }

    [Fact]
    public async Task A_recipe_that_changed_is_not_written()
    {
        Cloud.Play("cookbook", "07-get");
        await using var alice = await AliceAsync("cookbook.write");

        var update = await ErrorAsync(
            alice,
            "set_recipe",
            new
            {
                recipe = 205,
                etag = "stale",
                name = "x",
            }
        );
        var delete = await ErrorAsync(alice, "delete_recipe", new { recipe = 205, etag = "stale" });
        var without = await ErrorAsync(alice, "set_recipe", new { recipe = 205, name = "x" });

        Assert.All([update, delete], e => Assert.Contains("Current etag: ", e, StringComparison.Ordinal));
        Assert.Contains("'etag' is not valid", without, StringComparison.Ordinal);
        Assert.All(Cloud.Requests, r => Assert.Equal("GET", r.Method));
    }

    [Fact]
    public async Task An_import_the_cloud_does_not_do_comes_with_its_words()
    {
        Cloud.Play("cookbook", "20-import-url-unreachable");
        await using var alice = await AliceAsync("cookbook.write");

        Assert.Contains(
            "The provided URL is not allowed.",
            await ErrorAsync(alice, "import_recipe", new { url = "http://127.0.0.1:9/none" }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "https://",
            await ErrorAsync(alice, "import_recipe", new { url = "file:///etc/passwd" }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_import_answers_the_recipe()
    {
        Cloud.Answer(
            "POST",
            Api + "/import",
            200,
            "application/json",
            """{"name":"Soup","id":"301","recipeIngredient":["water"],"recipeInstructions":[{"@type":"HowToStep","text":"Boil"}]}"""
        );
        await using var alice = await AliceAsync("cookbook.write");

        var recipe = await CallAsync(alice, "import_recipe", new { url = "https://example.com/soup" });

        Assert.Equal(301, recipe.GetProperty("id").GetInt32());
        Assert.Equal("Boil", recipe.GetProperty("steps")[0].GetString());
    }

    private async Task<string> EtagAsync(McpClient alice) =>
        (await CallAsync(alice, "read_recipe", new { recipe = 205 })).GetProperty("etag").GetString()!;
}
