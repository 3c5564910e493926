using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Collectives;

/// <summary>Pages of collectives.</summary>
internal sealed class PagesEndpoints(CollectiveLibrary library, CollectivesDoor door, TimeProvider time)
{
    private const string Pages = CollectivesDoor.Root + "/{collective:long}/pages";
    private const string One = Pages + "/{page:long}";

    /// <summary>The real one's index is made by a background job.</summary>
    private static readonly TimeSpan IndexedAfter = TimeSpan.FromMinutes(1);

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet(Pages, door.Of((context, me, one) => ListAsync(context, me, one, trashed: false)));
        _ = routes.MapGet(Pages + "/trash", door.Of((context, me, one) => ListAsync(context, me, one, trashed: true)));
        _ = routes.MapGet(CollectivesDoor.Root + "/{collective:long}/search", door.Of(SearchAsync));
        _ = routes.MapGet(One, door.OfPage((context, me, one, page) => AnswerAsync(context, me, one, page)));
        _ = routes.MapGet(One + "/touch", door.OfPage((context, me, one, page) => AnswerAsync(context, me, one, page)));
        _ = routes.MapGet(
            One + "/attachments",
            door.OfPage((context, _, _, _) => context.OcsAsync(new JsonObject { ["attachments"] = new JsonArray() }))
        );
        _ = routes.MapPost(One, door.OfPage(CreateAsync));
        _ = routes.MapPut(One, door.OfPage(MoveAsync));
        _ = routes.MapPut(One + "/emoji", door.OfPage(SetEmojiAsync));
        _ = routes.MapPut(
            One + "/tags/{tag:long}",
            door.OfPage((c, me, one, page) => TagAsync(c, me, one, page, true))
        );
        _ = routes.MapDelete(
            One + "/tags/{tag:long}",
            door.OfPage((c, me, one, page) => TagAsync(c, me, one, page, false))
        );
        _ = routes.MapDelete(One, door.OfPage(TrashAsync));
        _ = routes.MapPatch(Pages + "/trash/{page:long}", door.OfPage(RestoreAsync));
    }

    private Task ListAsync(HttpContext context, Person me, DemoCollective one, bool trashed) =>
        AnswerAsync(context, me, one, library.State.PagesOf(one.Id, trashed));

    private async Task SearchAsync(HttpContext context, Person me, DemoCollective one)
    {
        var words = context.Request.Query["searchString"].ToString();
        var indexed = (time.GetUtcNow() - IndexedAfter).ToUnixTimeSeconds();
        var found = new List<DemoPage>();
        foreach (var page in library.State.PagesOf(one.Id, trashed: false))
        {
            var text = await CollectivesFolder.ReadAsync(me.Home, page.Id, context.RequestAborted);
            var isIndexed = me.Home.Tree.Find(page.Id)?.Changed <= indexed;
            if (isIndexed && (page.Title + "\n" + text).Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(page);
            }
        }

        await AnswerAsync(context, me, one, found);
    }

    private async Task CreateAsync(HttpContext context, Person me, DemoCollective one, DemoPage parent)
    {
        var title = (await context.JsonBodyAsync())?["title"]?.ToString() ?? "New page";
        var page = await library.AddPageAsync(me, one, parent, title, "", context.RequestAborted);
        await AnswerAsync(context, me, one, page);
    }

    private async Task MoveAsync(HttpContext context, Person me, DemoCollective one, DemoPage page)
    {
        var body = await context.JsonBodyAsync();
        var title = body?["title"]?.ToString() ?? page.Title;
        var parent =
            body?["parentId"] is { } id && id.GetValueKind() == JsonValueKind.Number
                ? library.State.FindPage(one.Id, id.GetValue<long>())
                : library.State.FindPage(one.Id, page.ParentId);
        if (parent is null || library.State.Branch(page).Any(below => below.Id == parent.Id))
        {
            await context.OcsAsync(404, 404, $"File not found: {body?["parentId"]}");
            return;
        }

        var isCopy = body?["copy"]?.GetValueKind() == JsonValueKind.True;
        var moved = await (
            isCopy
                ? library.CopyPageAsync(me, one, page, parent, title, context.RequestAborted)
                : library.MovePageAsync(me, one, page, parent, title, context.RequestAborted)
        );
        await AnswerAsync(context, me, one, moved);
    }

    private async Task SetEmojiAsync(HttpContext context, Person me, DemoCollective one, DemoPage page)
    {
        var emoji = (await context.JsonBodyAsync())?["emoji"]?.ToString();
        await AnswerAsync(
            context,
            me,
            one,
            await library.SaveAsync(page with { Emoji = emoji }, context.RequestAborted)
        );
    }

    private async Task TagAsync(HttpContext context, Person me, DemoCollective one, DemoPage page, bool isTagged)
    {
        var tag = CollectivesDoor.Number(context, "tag");
        if (!library.State.Tags.Any(known => known.Id == tag && known.CollectiveId == one.Id))
        {
            await context.OcsAsync(404, 404, "Tag not found");
            return;
        }

        var tags = page.Tags.Remove(tag);
        var tagged = page with { Tags = isTagged ? tags.Add(tag) : tags };
        await AnswerAsync(context, me, one, await library.SaveAsync(tagged, context.RequestAborted));
    }

    private async Task TrashAsync(HttpContext context, Person me, DemoCollective one, DemoPage page)
    {
        if (page.IsLanding)
        {
            await context.OcsAsync(403, 403, "Landing page cannot be trashed");
            return;
        }

        // As the real one, the answer still has the place the page was at.
        var file = me.Home.Tree.Find(page.Id);
        var trashed = await library.TrashPageAsync(me, page, context.RequestAborted);
        await context.OcsAsync(new JsonObject { ["page"] = trashed.ToJson(one, me, file) });
    }

    private async Task RestoreAsync(HttpContext context, Person me, DemoCollective one, DemoPage page) =>
        await AnswerAsync(context, me, one, await library.RestorePageAsync(me, page, context.RequestAborted));

    private static Task AnswerAsync(HttpContext context, Person me, DemoCollective one, DemoPage page) =>
        context.OcsAsync(new JsonObject { ["page"] = Json(me, one, page) });

    private static Task AnswerAsync(HttpContext context, Person me, DemoCollective one, IEnumerable<DemoPage> pages)
    {
        var all = pages.OrderBy(page => page.Id).Select(JsonNode (page) => Json(me, one, page));
        return context.OcsAsync(new JsonObject { ["pages"] = new JsonArray([.. all]) });
    }

    private static JsonObject Json(Person me, DemoCollective one, DemoPage page)
    {
        // Whoever moves the file over WebDAV moves the page.
        var file = me.Home.Tree.Find(page.Id);
        return (file is null ? page : page with { Path = file.Path.Value }).ToJson(one, me, file);
    }
}
