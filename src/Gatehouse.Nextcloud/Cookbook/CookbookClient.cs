using System.Globalization;
using System.Text.Json;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Cookbook;

/// <summary>The Cookbook app. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.</summary>
public sealed class CookbookClient(NextcloudTransport transport)
{
    private const string Api = "/index.php/apps/cookbook/api/v1";
    private const string Recipes = Api + "/recipes";

    /// <summary>All recipes. The API knows no pages.</summary>
    public Task<IReadOnlyList<RecipeSummary>> ListAsync(
        NextcloudAccount account,
        CancellationToken cancellationToken
    ) => ListAsync(account, Recipes, "Listing recipes", cancellationToken);

    /// <summary>The recipes of a category; <c>*</c> for those without one.</summary>
    public Task<IReadOnlyList<RecipeSummary>> ListOfCategoryAsync(
        NextcloudAccount account,
        string category,
        CancellationToken cancellationToken
    ) =>
        ListAsync(
            account,
            $"{Api}/category/{Uri.EscapeDataString(category)}",
            $"Listing the recipes of '{category}'",
            cancellationToken
        );

    /// <summary>The recipes that have all of the keywords.</summary>
    public Task<IReadOnlyList<RecipeSummary>> ListOfKeywordsAsync(
        NextcloudAccount account,
        IReadOnlyList<string> keywords,
        CancellationToken cancellationToken
    ) =>
        ListAsync(
            account,
            $"{Api}/tags/{Uri.EscapeDataString(string.Join(',', keywords))}",
            "Listing the recipes of keywords",
            cancellationToken
        );

    /// <summary>Searches names, ingredients, keywords and categories at the cloud.</summary>
    public Task<IReadOnlyList<RecipeSummary>> SearchAsync(
        NextcloudAccount account,
        string term,
        CancellationToken cancellationToken
    ) => ListAsync(account, $"{Api}/search/{Uri.EscapeDataString(term)}", "Searching recipes", cancellationToken);

    /// <summary>The categories with the number of their recipes.</summary>
    public Task<IReadOnlyList<RecipeGroup>> ListCategoriesAsync(
        NextcloudAccount account,
        CancellationToken cancellationToken
    ) => GroupsAsync(account, "categories", cancellationToken);

    /// <summary>The keywords with the number of their recipes.</summary>
    public Task<IReadOnlyList<RecipeGroup>> ListKeywordsAsync(
        NextcloudAccount account,
        CancellationToken cancellationToken
    ) => GroupsAsync(account, "keywords", cancellationToken);

    /// <summary>One recipe.</summary>
    public async Task<Recipe> GetAsync(NextcloudAccount account, long recipe, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Get, PathOf(recipe), $"Reading recipe {recipe}");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return Recipe.Of(recipe, JsonAnswer.Read(request, answer, CookbookJson.Default.JsonObject));
    }

    /// <summary>Makes a recipe.</summary>
    /// <returns>Its id.</returns>
    public Task<long> CreateAsync(NextcloudAccount account, RecipeChange recipe, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Post, Recipes, $"Creating the recipe '{recipe.Name}'") with
        {
            Content = JsonAnswer.Content(RecipeWrite.New(recipe), CookbookJson.Default.JsonObject),
        };
        return IdAsync(account, request, cancellationToken);
    }

    /// <summary>
    /// Changes a recipe that is still as <paramref name="ifMatch"/> says. The API has no conditional write: the recipe is read and compared
    /// just before; when it differs, the error is a <see cref="NextcloudErrorKind.Conflict"/> and nothing was written.
    /// </summary>
    public async Task UpdateAsync(
        NextcloudAccount account,
        long recipe,
        ETag ifMatch,
        RecipeChange change,
        CancellationToken cancellationToken
    )
    {
        var now = await UnchangedAsync(account, recipe, ifMatch, "Changing", cancellationToken);
        var request = Request(HttpMethod.Put, PathOf(recipe), $"Changing recipe {recipe}") with
        {
            Content = JsonAnswer.Content(RecipeWrite.Of(now, change), CookbookJson.Default.JsonObject),
        };
        await IdAsync(account, request, cancellationToken);
    }

    /// <summary>
    /// Deletes a recipe that is still as <paramref name="ifMatch"/> says; its folder goes to the trash bin. The app itself answers the same
    /// for what is not there.
    /// </summary>
    public async Task<Recipe> DeleteAsync(
        NextcloudAccount account,
        long recipe,
        ETag ifMatch,
        CancellationToken cancellationToken
    )
    {
        var now = await UnchangedAsync(account, recipe, ifMatch, "Deleting", cancellationToken);
        var request = Request(HttpMethod.Delete, PathOf(recipe), $"Deleting recipe {recipe}");
        await transport.CallAsync(account.Login, request, cancellationToken);
        return now;
    }

    /// <summary>Lets the cloud fetch a recipe from a page. The cloud decides which addresses it asks.</summary>
    public async Task<Recipe> ImportAsync(NextcloudAccount account, string url, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Post, Api + "/import", $"Importing a recipe from {url}") with
        {
            Content = JsonAnswer.Content(new ImportWrite(url), CookbookJson.Default.ImportWrite),
            IsTransfer = true,
        };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var json = JsonAnswer.Read(request, answer, CookbookJson.Default.JsonObject);
        return long.TryParse(json["id"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? Recipe.Of(id, json)
            : throw new NextcloudException(ErrorReader.Unexpected(request, "The imported recipe has no id."));
    }

    /// <summary>Looks through the folder of the recipes again, after files in it were changed.</summary>
    public Task ReindexAsync(NextcloudAccount account, CancellationToken cancellationToken) =>
        transport.CallAsync(
            account.Login,
            Request(HttpMethod.Post, Api + "/reindex", "Rebuilding the index of recipes") with
            {
                IsTransfer = true,
            },
            cancellationToken
        );

    /// <summary>The person's settings of the app.</summary>
    public async Task<CookbookSettings> GetSettingsAsync(NextcloudAccount account, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Get, Api + "/config", "Reading the settings of Cookbook");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return JsonAnswer.Read(request, answer, CookbookJson.Default.CookbookSettings);
    }

    /// <summary>Changes the person's settings of the app.</summary>
    public Task SetSettingsAsync(
        NextcloudAccount account,
        CookbookSettings settings,
        CancellationToken cancellationToken
    ) =>
        transport.CallAsync(
            account.Login,
            Request(HttpMethod.Post, Api + "/config", "Changing the settings of Cookbook") with
            {
                Content = JsonAnswer.Content(settings, CookbookJson.Default.CookbookSettings),
            },
            cancellationToken
        );

    private static CloudRequest Request(HttpMethod method, string path, string doing) =>
        new(method, path, doing) { Accept = "application/json" };

    private static string PathOf(long recipe) => string.Create(CultureInfo.InvariantCulture, $"{Recipes}/{recipe}");

    private async Task<IReadOnlyList<RecipeSummary>> ListAsync(
        NextcloudAccount account,
        string path,
        string doing,
        CancellationToken cancellationToken
    )
    {
        var request = Request(HttpMethod.Get, path, doing);
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var recipes = JsonAnswer.Read(request, answer, CookbookJson.Default.RecipeSummaryDataArray);
        return [.. recipes.Select(r => r.ToSummary())];
    }

    private async Task<IReadOnlyList<RecipeGroup>> GroupsAsync(
        NextcloudAccount account,
        string what,
        CancellationToken cancellationToken
    )
    {
        var request = Request(HttpMethod.Get, $"{Api}/{what}", $"Listing the {what} of recipes");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var groups = JsonAnswer.Read(request, answer, CookbookJson.Default.RecipeGroupDataArray);
        return [.. groups.Select(g => new RecipeGroup(g.Name ?? "", g.RecipeCount))];
    }

    /// <summary>The app answers a write with the bare id.</summary>
    private async Task<long> IdAsync(
        NextcloudAccount account,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var json = JsonAnswer.Read(request, answer, CookbookJson.Default.JsonNode);
        return
            json.GetValueKind() is JsonValueKind.Number or JsonValueKind.String
            && long.TryParse(json.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new NextcloudException(ErrorReader.Unexpected(request, "It answered no id."));
    }

    private async Task<Recipe> UnchangedAsync(
        NextcloudAccount account,
        long recipe,
        ETag read,
        string doing,
        CancellationToken cancellationToken
    )
    {
        var now = await GetAsync(account, recipe, cancellationToken);
        return now.ETag == read
            ? now
            : throw new NextcloudException(
                new(
                    NextcloudErrorKind.Conflict,
                    $"{doing} recipe {recipe} was refused: it changed in the meantime, and nothing was written.",
                    $"It is now '{now.Name}' with {now.Ingredients.Count} ingredients and {now.Instructions.Count} steps, changed at {now.Modified}.",
                    "Read it again, merge the change into what is there now, and write with the current ETag."
                )
                {
                    CurrentETag = now.ETag,
                }
            );
    }
}
