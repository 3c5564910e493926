using System.ComponentModel;
using Gatehouse.Nextcloud.Cookbook;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Cookbook;

/// <summary>Writes recipes.</summary>
[McpServerToolType]
[RequiresScope(CookbookApp.Write)]
internal sealed class CookbookWriteTools(CookbookClient cookbook)
{
    private const string Recipes = "/index.php/apps/cookbook/api/v1/recipes";
    private const int MaxMinutes = 100_000;

    [McpServerTool(
        Name = "set_recipe",
        Title = "Set a recipe",
        ReadOnly = false,
        Destructive = true,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("POST " + Recipes, When = "for a new recipe")]
    [Upstream("GET " + Recipes + "/{id}", Most = 2)]
    [Upstream("PUT " + Recipes + "/{id}", When = "for one that is there")]
    [Description("Creates a recipe, or with recipe and etag changes one.")]
    public async Task<RecipeAnswer> SetAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Recipe id.")] long? recipe = null,
        [Description("From reading it.")] string? etag = null,
        [Description("Unique.")] string? name = null,
        [Description("Description.")] string? description = null,
        [Description("One.")] string? category = null,
        [Description("All.")] IReadOnlyList<string>? keywords = null,
        [Description("All.")] IReadOnlyList<string>? ingredients = null,
        [Description("All.")] IReadOnlyList<string>? steps = null,
        [Description("Portions.")] int? portions = null,
        [Description("Prep minutes.")] int? prepMinutes = null,
        [Description("Cook minutes.")] int? cookMinutes = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        if (keywords?.Any(k => k.Contains(',', StringComparison.Ordinal)) is true)
            throw Arguments.Bad("keywords", "A keyword cannot hold a comma; give each by itself.");

        var change = new RecipeChange
        {
            Name = name is null && recipe is not null ? null : Arguments.NotEmpty("name", name ?? ""),
            Description = description,
            Category = category,
            Keywords = keywords,
            Ingredients = ingredients,
            Instructions = steps,
            Yield = Counted("portions", portions),
            PrepMinutes = Counted("prepMinutes", prepMinutes),
            CookMinutes = Counted("cookMinutes", cookMinutes),
            TotalMinutes = prepMinutes is { } prep && cookMinutes is { } cook ? prep + cook : null,
        };
        if (recipe is not { } id)
            id = await cookbook.CreateAsync(account, change, cancellationToken);
        else
            await cookbook.UpdateAsync(
                account,
                id,
                Arguments.ETag(etag ?? throw Arguments.Bad("etag", "A change needs the etag of read_recipe.")),
                change,
                cancellationToken
            );
        return RecipeAnswer.Of(account.Cloud, await cookbook.GetAsync(account, id, cancellationToken));
    }

    [McpServerTool(
        Name = "import_recipe",
        Title = "Import a recipe",
        ReadOnly = false,
        Destructive = false,
        Idempotent = false,
        OpenWorld = true,
        UseStructuredContent = true
    )]
    [Upstream("POST /index.php/apps/cookbook/api/v1/import")]
    [Description("Lets Nextcloud fetch a recipe from a web page.")]
    public async Task<RecipeAnswer> ImportAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Url.")] string url,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var page) || page.Scheme is not ("http" or "https"))
            throw Arguments.Bad("url", "It must begin with https:// or http://.");

        return RecipeAnswer.Of(account.Cloud, await cookbook.ImportAsync(account, url, cancellationToken));
    }

    [McpServerTool(
        Name = "delete_recipe",
        Title = "Delete a recipe",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET " + Recipes + "/{id}")]
    [Upstream("DELETE " + Recipes + "/{id}")]
    [Description("Deletes a recipe; its folder goes to the trash bin.")]
    public async Task<RecipeDeleted> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Recipe id.")] long recipe,
        [Description("From reading it.")] string etag,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var gone = await cookbook.DeleteAsync(account, recipe, Arguments.ETag(etag), cancellationToken);
        return new(gone.Id, gone.Name);
    }

    private static int? Counted(string name, int? number) =>
        number is { } value ? Arguments.Between(name, value, 0, MaxMinutes) : null;
}
