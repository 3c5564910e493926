using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Ocs;

/// <summary>What Nextcloud offers through apps that translate or compute: none is here, so that there is nothing to choose from.</summary>
internal static class OfferEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/ocs/{version}/translation/languages", OcsGuard.For(LanguagesAsync));
        _ = routes.MapGet("/ocs/{version}/taskprocessing/tasktypes", OcsGuard.For(TaskTypesAsync));
    }

    private static Task LanguagesAsync(HttpContext context, Person me) =>
        context.OcsAsync(new JsonObject { ["languages"] = new JsonArray(), ["languageDetection"] = false });

    private static Task TaskTypesAsync(HttpContext context, Person me) =>
        context.OcsAsync(new JsonObject { ["types"] = new JsonArray() });
}
