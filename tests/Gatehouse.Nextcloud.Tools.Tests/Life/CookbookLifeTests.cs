using System.Text.Json;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

public sealed class CookbookLifeTests : LifeTest
{
    [Fact]
    public async Task A_recipe_lives_from_its_creation_to_its_end()
    {
        await using var alice = await AliceAsync();

        var made = await CallAsync(
            alice,
            "set_recipe",
            new
            {
                name = Unique,
                category = Unique,
                keywords = new[] { Unique, "quick" },
                ingredients = new[] { "2 eggs" },
                steps = new[] { "Mix", "Bake" },
                portions = 4,
                prepMinutes = 75,
            }
        );
        var recipe = made.GetProperty("id").GetInt64();
        AfterwardsAsync(async () =>
        {
            await using var tidy = await AliceAsync();
            var left = await ResultAsync(tidy, "read_recipe", new { recipe });
            if (left.StructuredContent is { } there && left.IsError is not true)
                await CallAsync(tidy, "delete_recipe", new { recipe, etag = Etag(there) });
        });
        var changed = await CallAsync(
            alice,
            "set_recipe",
            new
            {
                recipe,
                etag = Etag(made),
                description = "Fluffy",
            }
        );
        var stale = await ResultAsync(
            alice,
            "set_recipe",
            new
            {
                recipe,
                etag = Etag(made),
                name = "lost",
            }
        );
        var taken = await ResultAsync(alice, "set_recipe", new { name = Unique });
        var category = await CallAsync(alice, "list_recipes", new { category = Unique });
        var found = await CallAsync(alice, "list_recipes", new { query = Unique });
        await CallAsync(alice, "delete_recipe", new { recipe, etag = Etag(changed) });
        var gone = await ResultAsync(alice, "read_recipe", new { recipe });

        Assert.Equal("PT1H15M0S", made.GetProperty("prepTime").GetString());
        Assert.Equal("Fluffy", changed.GetProperty("description").GetString());
        Assert.Equal(2, changed.GetProperty("steps").GetArrayLength());
        Assert.True(stale.IsError);
        Assert.Contains("already exists", TextOf(taken), StringComparison.Ordinal);
        Assert.Equal(recipe, category.GetProperty("recipes")[0].GetProperty("id").GetInt64());
        Assert.Equal(recipe, found.GetProperty("recipes")[0].GetProperty("id").GetInt64());
        Assert.True(gone.IsError);
    }

    private static string? Etag(JsonElement answer) => answer.GetProperty("etag").GetString();
}
