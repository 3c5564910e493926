using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Search;

/// <summary>Unified search over the providers of all apps.</summary>
internal sealed class SearchEndpoints(DemoApps apps, Announcement announcement)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/ocs/{version}/search/providers", OcsGuard.For(ProvidersAsync));
        _ = routes.MapGet("/ocs/{version}/search/providers/{provider}/search", OcsGuard.For(SearchAsync));
    }

    private Task ProvidersAsync(HttpContext context, Person me)
    {
        var providers = new JsonArray([.. apps.Searches.Select(JsonNode (search) => Provider(search))]);
        context.Response.Headers.ETag = $"\"{Errors.Answers.ETagOf(providers.ToJsonString())}\"";
        return context.OcsAsync(providers);
    }

    private static JsonObject Provider(IDemoSearch search) =>
        new()
        {
            ["id"] = search.Id,
            ["appId"] = search.AppId,
            ["name"] = search.Name,
            ["icon"] = $"/apps/{search.AppId}/img/app.svg",
            ["order"] = search.Order,
            ["isExternalProvider"] = false,
            ["triggers"] = new JsonArray(search.Id),
            ["filters"] = new JsonObject { ["term"] = "string" },
            ["inAppSearch"] = false,
        };

    private async Task SearchAsync(HttpContext context, Person me)
    {
        var query = context.Request.Query;
        var asked = new DemoSearchQuery(
            query["term"].ToString(),
            Math.Clamp(Number(query["limit"], 5), 1, 100),
            Math.Max(Number(query["cursor"], 0), 0),
            announcement.Url
        );
        var id = context.Request.RouteValues["provider"] as string;
        var provider = apps.Searches.FirstOrDefault(search => search.Id == id);
        await (
            provider is null ? context.OcsAsync(500, OcsAnswer.ServerError, "Internal Server Error\n")
            : asked.Term.Length == 0 ? context.OcsAsync(400, 400, "", "No valid filters provided")
            : context.OcsAsync((await provider.SearchAsync(me, asked, context.RequestAborted)).ToJson())
        );
    }

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
