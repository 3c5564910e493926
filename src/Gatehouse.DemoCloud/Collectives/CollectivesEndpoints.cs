using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Collectives;

/// <summary>Collectives and their tags.</summary>
internal sealed class CollectivesEndpoints(CollectiveLibrary library, CollectivesDoor door)
{
    private const string Root = CollectivesDoor.Root;
    private const string One = Root + "/{collective:long}";

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet(Root, door.For((context, me) => ListAsync(context, me, trashed: false)));
        _ = routes.MapGet(Root + "/trash", door.For((context, me) => ListAsync(context, me, trashed: true)));
        _ = routes.MapPost(Root, door.For(CreateAsync));
        _ = routes.MapPut(One, door.Of(SetEmojiAsync));
        _ = routes.MapDelete(
            One,
            door.Of(
                async (context, me, one) =>
                    await AnswerAsync(context, await library.TrashAsync(me, one, context.RequestAborted))
            )
        );
        _ = routes.MapPatch(
            Root + "/trash/{collective:long}",
            door.Of(
                async (context, me, one) =>
                    await AnswerAsync(context, await library.RestoreAsync(me, one, context.RequestAborted))
            )
        );
        _ = routes.MapGet(One + "/tags", door.Of(TagsAsync));
        _ = routes.MapPost(One + "/tags", door.Of(CreateTagAsync));
    }

    private Task ListAsync(HttpContext context, Person me, bool trashed)
    {
        var found = library
            .State.Collectives.Where(one => one.Person == me.Id && one.Trashed is not null == trashed)
            .OrderBy(one => one.Id)
            .Select(JsonNode (one) => one.ToJson());
        return context.OcsAsync(new JsonObject { ["collectives"] = new JsonArray([.. found]) });
    }

    private async Task CreateAsync(HttpContext context, Person me)
    {
        var body = await context.JsonBodyAsync();
        var name = body?["name"]?.ToString().Trim() ?? "";
        if (name.Length == 0 || name.Contains('/', StringComparison.Ordinal))
        {
            await context.OcsAsync(400, 400, "Empty collective name is not allowed");
            return;
        }

        if (library.State.Collectives.Any(one => one.Person == me.Id && one.Name == name))
        {
            await context.OcsAsync(400, 400, "Collective already exists.");
            return;
        }

        var made = await library.CreateAsync(me, name, body?["emoji"]?.ToString(), context.RequestAborted);
        await context.OcsAsync(new JsonObject { ["collective"] = made.ToJson(), ["info"] = "" });
    }

    private async Task SetEmojiAsync(HttpContext context, Person me, DemoCollective one)
    {
        var emoji = (await context.JsonBodyAsync())?["emoji"]?.ToString();
        await AnswerAsync(context, await library.SaveAsync(one with { Emoji = emoji }, context.RequestAborted));
    }

    private Task TagsAsync(HttpContext context, Person me, DemoCollective one)
    {
        var tags = library.State.Tags.Where(tag => tag.CollectiveId == one.Id).Select(JsonNode (tag) => tag.ToJson());
        return context.OcsAsync(new JsonObject { ["tags"] = new JsonArray([.. tags]) });
    }

    private async Task CreateTagAsync(HttpContext context, Person me, DemoCollective one)
    {
        var body = await context.JsonBodyAsync();
        var tag = await library.AddTagAsync(
            one,
            body?["name"]?.ToString() ?? "",
            body?["color"]?.ToString() ?? "",
            context.RequestAborted
        );
        await context.OcsAsync(new JsonObject { ["tag"] = tag.ToJson(), ["info"] = "" });
    }

    private static Task AnswerAsync(HttpContext context, DemoCollective collective) =>
        context.OcsAsync(new JsonObject { ["collective"] = collective.ToJson() });
}
