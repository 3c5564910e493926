using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Hosting;

namespace Gatehouse.DemoCloud.Notes;

/// <summary>The Notes API: <c>v1</c> and <c>v0.2</c> answer alike here.</summary>
internal sealed class NotesEndpoints(DemoCloudFaults faults, TimeProvider time)
{
    private const string Root = "/apps/notes/api/{version}/";

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet(Root + "notes", Guard(ListAsync));
        _ = routes.MapPost(Root + "notes", Guard(CreateAsync));
        _ = routes.MapGet(Root + "notes/{id:long}", Guard(GetAsync));
        _ = routes.MapPut(Root + "notes/{id:long}", Guard(UpdateAsync));
        _ = routes.MapDelete(Root + "notes/{id:long}", Guard(DeleteAsync));
        _ = routes.MapGet(Root + "settings", Guard(SettingsAsync));
        _ = routes.MapPut(Root + "settings", Guard(SettingsAsync));
    }

    private RequestDelegate Guard(Func<HttpContext, Home, Task> route) => AppGuard.For(faults, route);

    private async Task ListAsync(HttpContext context, Home home)
    {
        var query = context.Request.Query;
        var now = time.GetUtcNow();
        var notes = await NotesFolder.ListAsync(home, context.RequestAborted);
        if (query.TryGetValue("category", out var category))
        {
            notes = [.. notes.Where(note => note.Category == category)];
        }

        var page = NotePage.Of(notes, query, now.ToUnixTimeSeconds());
        var body = page.ToJson(Excluded(context));
        var etag = Answers.ETagOf(body.ToJsonString());
        var headers = context.Response.Headers;
        headers.LastModified = now.ToString("R", CultureInfo.InvariantCulture);
        headers.ETag = $"\"{etag}\"";
        if (page.Cursor is not null)
        {
            headers["X-Notes-Chunk-Cursor"] = page.Cursor;
            headers["X-Notes-Chunk-Pending"] = page.Pending.ToString(CultureInfo.InvariantCulture);
        }

        await NotModifiedOrAsync(context, etag, body);
    }

    private static async Task CreateAsync(HttpContext context, Home home)
    {
        var draft = NoteDraft.Parse(await context.JsonBodyAsync());
        var note = await NotesFolder.CreateAsync(home, draft, context.RequestAborted);
        await context.Response.JsonAsync(StatusCodes.Status200OK, note.ToJson([]));
    }

    private static async Task GetAsync(HttpContext context, Home home)
    {
        if (await NotesFolder.FindAsync(home, Id(context), context.RequestAborted) is not { } note)
        {
            await NoSuchNoteAsync(context);
            return;
        }

        context.Response.Headers.ETag = $"\"{note.ETag}\"";
        await NotModifiedOrAsync(context, note.ETag, note.ToJson(Excluded(context)));
    }

    private static async Task UpdateAsync(HttpContext context, Home home)
    {
        var draft = NoteDraft.Parse(await context.JsonBodyAsync());
        var ifMatch = context.Request.Headers.IfMatch.ToString();
        var update = await NotesFolder.UpdateAsync(
            home,
            Id(context),
            draft,
            note => ifMatch.Length == 0 || Answers.Names(ifMatch, note.ETag),
            context.RequestAborted
        );
        await (
            update.Note is { } note
                ? context.Response.JsonAsync(update.Conflict ? 412 : 200, note.ToJson([]))
                : NoSuchNoteAsync(context)
        );
    }

    private static async Task DeleteAsync(HttpContext context, Home home) =>
        await (
            await NotesFolder.DeleteAsync(home, Id(context), context.RequestAborted)
                ? context.Response.JsonAsync(StatusCodes.Status200OK, new JsonArray())
                : NoSuchNoteAsync(context)
        );

    /// <summary>One setting for all: what a PUT asks for is answered with what holds.</summary>
    private static Task SettingsAsync(HttpContext context, Home home) =>
        context.Response.JsonAsync(
            StatusCodes.Status200OK,
            new JsonObject
            {
                ["notesPath"] = NotesFolder.Name,
                ["fileSuffix"] = ".md",
                ["noteMode"] = "rich",
            }
        );

    private static Task NotModifiedOrAsync(HttpContext context, string etag, JsonNode body)
    {
        if (Answers.Names(context.Request.Headers.IfNoneMatch, etag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return context.Response.JsonAsync(StatusCodes.Status200OK, body);
    }

    private static Task NoSuchNoteAsync(HttpContext context) =>
        context.Response.JsonAsync(
            StatusCodes.Status404NotFound,
            new JsonObject { ["errorType"] = "OCA\\Notes\\Service\\NoteDoesNotExistException" }
        );

    private static string[] Excluded(HttpContext context) =>
        context.Request.Query["exclude"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static long Id(HttpContext context) =>
        long.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);
}
