using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Notes;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Search;

/// <summary>Unified search with two providers: file names, and titles and text of notes.</summary>
internal static class SearchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, Announcement announcement)
    {
        _ = routes.MapGet("/ocs/{version}/search/providers", OcsGuard.For(ProvidersAsync));
        _ = routes.MapGet(
            "/ocs/{version}/search/providers/{provider}/search",
            OcsGuard.For((context, me) => SearchAsync(context, me, announcement.Url))
        );
    }

    private static Task ProvidersAsync(HttpContext context, Person me)
    {
        var providers = new JsonArray(Provider("files", "Files", -5), Provider("notes", "Notes", 5));
        context.Response.Headers.ETag = $"\"{Errors.Answers.ETagOf(providers.ToJsonString())}\"";
        return context.OcsAsync(providers);
    }

    private static JsonObject Provider(string id, string name, int order) =>
        new()
        {
            ["id"] = id,
            ["appId"] = id,
            ["name"] = name,
            ["icon"] = $"/apps/{id}/img/app.svg",
            ["order"] = order,
            ["isExternalProvider"] = false,
            ["triggers"] = new JsonArray(id),
            ["filters"] = new JsonObject { ["term"] = "string" },
            ["inAppSearch"] = false,
        };

    private static async Task SearchAsync(HttpContext context, Person me, string url)
    {
        var query = context.Request.Query;
        var term = query["term"].ToString();
        var limit = Math.Clamp(Number(query["limit"], 5), 1, 100);
        var cursor = Math.Max(Number(query["cursor"], 0), 0);
        var provider = context.Request.RouteValues["provider"] as string;
        await (
            provider is not ("files" or "notes")
                ? context.OcsAsync(500, OcsAnswer.ServerError, "Internal Server Error\n")
            : term.Length == 0 ? context.OcsAsync(400, 400, "", "No valid filters provided")
            : provider == "files" ? context.OcsAsync(Files(me.Home.Tree, term, limit, cursor, url))
            : context.OcsAsync(await NotesAsync(me.Home, term, limit, url, context.RequestAborted))
        );
    }

    /// <summary>A page has a cursor even when nothing follows; the end is an empty page.</summary>
    private static JsonObject Files(FileTree tree, string term, int limit, int cursor, string url)
    {
        var found = tree
            .All.Where(node => !node.Path.IsRoot && node.Path.Name.Contains(term, StringComparison.OrdinalIgnoreCase))
            .OrderBy(node => node.Id)
            .Skip(cursor)
            .Take(limit)
            .Select(JsonNode (node) => Entry(node, url));
        return Result("Files", isPaginated: true, [.. found], cursor + limit);
    }

    private static async Task<JsonObject> NotesAsync(
        Home home,
        string term,
        int limit,
        string url,
        CancellationToken cancellationToken
    )
    {
        var notes = await NotesFolder.ListAsync(home, cancellationToken);
        var found = notes
            .Where(note =>
                note.Title.Contains(term, StringComparison.OrdinalIgnoreCase)
                || note.Content.Contains(term, StringComparison.OrdinalIgnoreCase)
            )
            .Take(limit)
            .Select(
                JsonNode (note) =>
                    new JsonObject
                    {
                        ["thumbnailUrl"] = "",
                        ["title"] = note.Title,
                        ["subline"] = note.Category,
                        ["resourceUrl"] = $"{url}/apps/notes/note/{note.Id}",
                        ["icon"] = "icon-notes-trans",
                        ["rounded"] = false,
                        ["attributes"] = new JsonArray(),
                    }
            );
        return Result("Notes", isPaginated: false, [.. found], null);
    }

    private static JsonObject Entry(FileNode node, string url) =>
        new()
        {
            ["thumbnailUrl"] = node.IsFolder ? "" : $"{url}/core/preview?x=32&y=32&fileId={node.Id}",
            ["title"] = node.Path.Name,
            ["subline"] = node.Path.Parent.IsRoot ? "" : $"in {node.Path.Parent.Value}",
            ["resourceUrl"] = $"{url}/f/{node.Id}",
            ["icon"] = node.IsFolder ? "icon-folder" : "/apps/theming/img/core/filetypes/text.svg?v=8924fe71",
            ["rounded"] = false,
            ["attributes"] = new JsonObject
            {
                ["fileId"] = node.Id.ToString(CultureInfo.InvariantCulture),
                ["path"] = node.Path.ToString(),
            },
        };

    private static JsonObject Result(string name, bool isPaginated, JsonArray entries, int? cursor) =>
        new()
        {
            ["name"] = name,
            ["isPaginated"] = isPaginated,
            ["entries"] = entries,
            ["cursor"] = cursor,
        };

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
