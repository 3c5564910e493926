using System.ComponentModel;
using Gatehouse.Nextcloud.Cookbook;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Paging;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Cookbook;

/// <summary>Finds and reads recipes.</summary>
[McpServerToolType]
[RequiresScope(CookbookApp.Read)]
internal sealed class CookbookReadTools(CookbookClient cookbook)
{
    private const string Api = "/index.php/apps/cookbook/api/v1";

    [McpServerTool(
        Name = "list_recipes",
        Title = "List recipes",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET " + Api + "/recipes", When = "without a filter")]
    [Upstream("GET " + Api + "/search/{words}", When = "for a query")]
    [Upstream("GET " + Api + "/category/{category}", When = "for a category")]
    [Upstream("GET " + Api + "/tags/{keywords}", When = "for keywords")]
    [Description("Lists recipes: all, or by one filter.")]
    public async Task<RecipeList> ListAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Query.")] string? query = null,
        [Description("Category; * is none.")] string? category = null,
        [Description("All of these.")] IReadOnlyList<string>? keywords = null,
        [Description("1 to 200.")] int limit = 50,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        if (new object?[] { query, category, keywords }.Count(f => f is not null) > 1)
            throw new ToolException(
                "Cookbook filters by one thing at a time.\nNext step: give only one of query, category and keywords."
            );

        var found = await FindAsync(account, query, category, keywords, cancellationToken);
        var (page, next) = InMemoryPage.Of("list_recipes", found, limit, cursor);
        return new([.. page.Select(r => RecipeItem.Of(account.Cloud, r))], next);
    }

    [McpServerTool(
        Name = "read_recipe",
        Title = "Read a recipe",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET " + Api + "/recipes/{id}")]
    [Description("Reads a recipe with ingredients and steps.")]
    public async Task<RecipeAnswer> ReadAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Recipe id.")] long recipe,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        return RecipeAnswer.Of(account.Cloud, await cookbook.GetAsync(account, recipe, cancellationToken));
    }

    private Task<IReadOnlyList<RecipeSummary>> FindAsync(
        NextcloudAccount account,
        string? query,
        string? category,
        IReadOnlyList<string>? keywords,
        CancellationToken cancellationToken
    )
    {
        if (query is not null)
            return cookbook.SearchAsync(account, Arguments.NotEmpty("query", query), cancellationToken);
        if (category is not null)
            return cookbook.ListOfCategoryAsync(account, Arguments.NotEmpty("category", category), cancellationToken);
        return keywords is { Count: > 0 }
            ? cookbook.ListOfKeywordsAsync(account, keywords, cancellationToken)
            : cookbook.ListAsync(account, cancellationToken);
    }
}
