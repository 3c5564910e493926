using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Errors;

namespace Gatehouse.DemoCloud.Cookbook;

/// <summary>The version, the settings and what the demo cannot do. One setting for all: what is written is not kept.</summary>
internal static class CookbookEndpoints
{
    public const string Root = "/apps/cookbook/api/v1/";

    private const string Settings = """
        {"folder":"/Recipes","update_interval":5,"print_image":true,"visibleInfoBlocks":{"preparation-time":true,"cooking-time":true,
         "total-time":true,"nutrition-information":true,"tools":true}}
        """;

    private const string Version = """{"cookbook_version":[0,11,9],"api_version":{"epoch":0,"major":1,"minor":2}}""";

    public static void Map(IEndpointRouteBuilder routes, AppDoor door)
    {
        _ = routes.MapGet("/apps/cookbook/api/version", Says(door, Version));
        _ = routes.MapGet(Root + "config", Says(door, Settings));
        _ = routes.MapPost(Root + "config", Says(door, "\"OK\""));
        _ = routes.MapPost(Root + "reindex", Says(door, "\"Search index rebuilt successfully\""));
        _ = routes.MapPost(
            Root + "import",
            door.For(
                async (context, _) =>
                    await context.Response.JsonAsync(
                        StatusCodes.Status400BadRequest,
                        (await context.JsonBodyAsync())?["url"] is null
                            ? "Field \"url\" is required"
                            : "The provided URL is not allowed."
                    )
            )
        );
        _ = routes.MapGet(
            Root + "recipes/{id:long}/image",
            door.For(
                (context, _) =>
                    context.Response.JsonAsync(
                        StatusCodes.Status406NotAcceptable,
                        new JsonObject { ["msg"] = "No image with the matching MIME type was found on the server." }
                    )
            )
        );
    }

    private static RequestDelegate Says(AppDoor door, string json) =>
        door.For((context, _) => context.Response.JsonAsync(StatusCodes.Status200OK, JsonNode.Parse(json)));
}
