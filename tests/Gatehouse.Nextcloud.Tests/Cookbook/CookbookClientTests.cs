using Gatehouse.Nextcloud.Cookbook;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;

namespace Gatehouse.Nextcloud.Tests.Cookbook;

public sealed class CookbookClientTests : CloudTest
{
    private const string Api = "/index.php/apps/cookbook/api/v1";

    private CookbookClient Cookbook => new(Transport);

    [Fact]
    public async Task A_recipe_is_read_with_its_parts()
    {
        Cloud.Play("cookbook", "07-get");

        var recipe = await Cookbook.GetAsync(Alice, 205, Token);

        Assert.Equal(
            (205L, "Pancakes", "Fluffy", "Breakfast"),
            (recipe.Id, recipe.Name, recipe.Description, recipe.Category)
        );
        Assert.Equal(["sweet", "quick"], recipe.Keywords);
        Assert.Equal(["200 g flour", "2 eggs", "300 ml milk"], recipe.Ingredients);
        Assert.Equal(["Mix", "Bake"], recipe.Instructions);
        Assert.Equal(["pan"], recipe.Tools);
        Assert.Equal(4, recipe.Yield);
        Assert.Equal("PT0H10M0S", recipe.PrepTime);
        Assert.Equal("250 kcal", recipe.Nutrition["calories"]);
        Assert.Equal("2026-11-23T15:20:03+00:00", recipe.Modified);
    }

    [Fact]
    public async Task A_recipe_that_is_not_there_is_not_found()
    {
        Cloud.Play("cookbook", "08-get-404");

        Assert.Equal(NextcloudErrorKind.NotFound, (await ErrorOf(() => Cookbook.GetAsync(Alice, 99999, Token))).Kind);
    }

    [Fact]
    public async Task A_recipe_is_created_and_its_bare_id_is_read()
    {
        Cloud.Play("cookbook", "03-create");

        var id = await Cookbook.CreateAsync(
            Alice,
            new RecipeChange
            {
                Name = "Pancakes",
                Keywords = ["sweet", "quick"],
                PrepMinutes = 75,
                Ingredients = ["2 eggs"],
                Instructions = ["Mix"],
            },
            Token
        );

        Assert.Equal(205, id);
        SentJson.AssertSame(
            """{"@context":"http://schema.org","@type":"Recipe","name":"Pancakes","description":"","recipeCategory":"","keywords":"sweet,quick","url":"","image":"","tool":[],"recipeIngredient":["2 eggs"],"recipeInstructions":["Mix"],"prepTime":"PT1H15M"}""",
            Cloud.LastRequest.BodyText
        );
    }

    [Theory]
    [InlineData("04-create-duplicate-409", NextcloudErrorKind.Conflict, "Another recipe with that name already exists")]
    [InlineData("05-create-no-name-422", NextcloudErrorKind.Refused, "No recipe name was given")]
    public async Task What_the_app_does_not_take_comes_with_its_words(
        string name,
        NextcloudErrorKind kind,
        string words
    )
    {
        Cloud.Play("cookbook", name);

        var error = await ErrorOf(() => Cookbook.CreateAsync(Alice, new RecipeChange { Name = "x" }, Token));

        Assert.Equal(kind, error.Kind);
        Assert.Contains(words, error.Cause, StringComparison.Ordinal);
        Assert.DoesNotContain("RecipeService.php", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_sends_the_id_and_all_that_stays()
    {
        Cloud.Play("cookbook", "07-get").Play("cookbook", "10-update");
        var etag = (await Cookbook.GetAsync(Alice, 205, Token)).ETag;

        await Cookbook.UpdateAsync(Alice, 205, etag, new RecipeChange { Description = "Very fluffy" }, Token);

        SentJson.AssertSame(
            """{"@context":"http://schema.org","@type":"Recipe","name":"Pancakes","description":"Very fluffy","recipeCategory":"Breakfast","keywords":"sweet,quick","recipeYield":4,"prepTime":"PT0H10M0S","cookTime":"PT0H15M0S","totalTime":"PT0H25M0S","tool":["pan"],"recipeIngredient":["200 g flour","2 eggs","300 ml milk"],"recipeInstructions":["Mix","Bake"],"nutrition":{"@type":"NutritionInformation","calories":"250 kcal"},"url":"","image":"","datePublished":null,"dateCreated":"2026-11-23T15:20:03+00:00","id":205}""",
            Cloud.LastRequest.BodyText
        );
    }

    [Fact]
    public async Task A_recipe_that_changed_is_neither_written_nor_deleted()
    {
        Cloud.Play("cookbook", "07-get");
        var now = await Cookbook.GetAsync(Alice, 205, Token);
        var stale = ETag.Parse("stale");

        var write = await ErrorOf(() =>
            Cookbook.UpdateAsync(Alice, 205, stale, new RecipeChange { Name = "x" }, Token)
        );
        var delete = await ErrorOf(() => Cookbook.DeleteAsync(Alice, 205, stale, Token));

        Assert.All(
            [write, delete],
            e => Assert.Equal((NextcloudErrorKind.Conflict, now.ETag), (e.Kind, e.CurrentETag!.Value))
        );
        Assert.All(Cloud.Requests, r => Assert.Equal("GET", r.Method));
    }

    [Fact]
    public async Task A_recipe_is_deleted_as_it_was_read()
    {
        Cloud.Play("cookbook", "07-get").Play("cookbook", "23-delete");
        var etag = (await Cookbook.GetAsync(Alice, 205, Token)).ETag;

        Assert.Equal("Pancakes", (await Cookbook.DeleteAsync(Alice, 205, etag, Token)).Name);
    }

    [Fact]
    public async Task Lists_are_made_by_the_cloud()
    {
        Cloud
            .Play("cookbook", "06-list")
            .Play("cookbook", "11-search")
            .Play("cookbook", "13-category")
            .Play("cookbook", "15-tags", Api + "/tags/sweet%2Cquick");

        var all = await Cookbook.ListAsync(Alice, Token);
        var found = await Cookbook.SearchAsync(Alice, "pancakes", Token);
        var category = await Cookbook.ListOfCategoryAsync(Alice, "Breakfast", Token);
        var keywords = await Cookbook.ListOfKeywordsAsync(Alice, ["sweet", "quick"], Token);

        Assert.All([all, found, category], l => Assert.Equal((205L, "Pancakes"), (l[0].Id, l[0].Name)));
        Assert.Equal(["quick", "sweet"], all[0].Keywords);
        Assert.Empty(keywords);
    }

    [Fact]
    public async Task Categories_and_keywords_are_counted()
    {
        Cloud.Play("cookbook", "12-categories").Play("cookbook", "14-keywords");

        Assert.Equal(
            [new RecipeGroup("Breakfast", 1), new RecipeGroup("*", 0)],
            await Cookbook.ListCategoriesAsync(Alice, Token)
        );
        Assert.Equal(
            [new RecipeGroup("quick", 1), new RecipeGroup("sweet", 1)],
            await Cookbook.ListKeywordsAsync(Alice, Token)
        );
    }

    [Fact]
    public async Task A_page_the_cloud_does_not_fetch_is_refused_with_its_words()
    {
        Cloud.Play("cookbook", "20-import-url-unreachable");

        var error = await ErrorOf(() => Cookbook.ImportAsync(Alice, "http://127.0.0.1:9/none", Token));

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.Contains("The provided URL is not allowed.", error.Cause, StringComparison.Ordinal);
        SentJson.AssertAsRecorded("cookbook", "20-import-url-unreachable", Cloud.LastRequest);
    }

    [Fact]
    public async Task Settings_are_read_and_written_and_the_index_is_rebuilt()
    {
        Cloud.Play("cookbook", "17-config").Play("cookbook", "18-config-set").Play("cookbook", "19-reindex");

        var settings = await Cookbook.GetSettingsAsync(Alice, Token);
        await Cookbook.SetSettingsAsync(Alice, settings with { UpdateInterval = 10 }, Token);
        SentJson.AssertAsRecorded("cookbook", "18-config-set", Cloud.LastRequest);
        await Cookbook.ReindexAsync(Alice, Token);

        Assert.Equal(new CookbookSettings("/Recipes", 5, true), settings);
    }
}
