using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Hosting;

namespace Gatehouse.DemoCloud.Notes;

/// <summary>Attachments of notes (v1.4 only) in the hidden folder <c>.attachments.ID</c> beside the note, and the CORS preflight of the app.</summary>
internal sealed class AttachmentEndpoints(DemoCloudFaults faults)
{
    private const string Route = "/apps/notes/api/v1.4/attachment/{id:long}";
    private const long MaxBytes = 20 * 1024 * 1024;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapPost(Route, AppGuard.For(faults, UploadAsync));
        _ = routes.MapGet(Route, AppGuard.For(faults, DownloadAsync, tellsVersions: false));
        // The real one has this route for reading only: a POST to it is 405 (recording notes/24).
        _ = routes.MapGet(
            "/apps/notes/api/v1/attachment/{id:long}",
            AppGuard.For(faults, DownloadAsync, tellsVersions: false)
        );
        _ = routes.MapMethods("/apps/notes/api/{version}/{**rest}", ["OPTIONS"], PreflightAsync);
    }

    private static async Task UploadAsync(HttpContext context, Home home)
    {
        var form = await context.FormAsync();
        if (await FindNoteAsync(context, home) is not { } note || form.Files.GetFile("file") is not { } upload)
        {
            await NotFoundAsync(context);
            return;
        }

        await using var bytes = upload.OpenReadStream();
        if (await home.Contents.WriteAsync(bytes, MaxBytes, context.RequestAborted) is not { } content)
        {
            await context.Response.EmptyAsync(StatusCodes.Status413PayloadTooLarge);
            return;
        }

        var name = FileStamps.FileETag() + Path.GetExtension(upload.FileName).ToLowerInvariant();
        var folder = Folder(note);
        await home.ChangeAsync(
            tree =>
            {
                var stamps = home.Stamps;
                var grown = tree.Find(folder) is null ? tree.With(stamps.NewFolder(folder), stamps) : tree;
                return new Changed<bool>(
                    grown.With(stamps.Written(null, folder.Child(name), content, null), stamps),
                    true
                );
            },
            context.RequestAborted
        );
        await context.Response.JsonAsync(StatusCodes.Status200OK, new JsonObject { ["filename"] = name });
    }

    private static async Task DownloadAsync(HttpContext context, Home home)
    {
        var path = context.Request.Query["path"].ToString();
        if (
            await FindNoteAsync(context, home) is not { } note
            || path.Contains('/', StringComparison.Ordinal)
            || home.Tree.Find(Folder(note).Child(path)) is not { IsFolder: false } file
            || home.Open(file.Id) is not { } opened
        )
        {
            await NotFoundAsync(context);
            return;
        }

        await using (opened)
        {
            var response = context.Response;
            response.Headers.CacheControl = "private, max-age=3600, must-revalidate";
            response.Headers.ContentDisposition = $"attachment; filename=\"{path}\"";
            response.Headers.Vary = "Authorization, Cookie";
            response.ContentType = file.ContentType;
            response.ContentLength = opened.Node.Size;
            _ = await BoundedCopy.TakeAsync(opened.Bytes, response.Body, opened.Node.Size, context.RequestAborted);
        }
    }

    private static Task PreflightAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = context.Request.Headers.Origin.ToString() is { Length: > 0 } origin
            ? origin
            : "*";
        headers.AccessControlAllowMethods = "PUT, POST, GET, DELETE, PATCH";
        headers.AccessControlMaxAge = "1728000";
        headers.AccessControlAllowHeaders = "Authorization, Content-Type, Accept";
        headers.AccessControlAllowCredentials = "false";
        return context.Response.EmptyAsync(StatusCodes.Status200OK);
    }

    private static Task<Note?> FindNoteAsync(HttpContext context, Home home) =>
        NotesFolder.FindAsync(
            home,
            long.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture),
            context.RequestAborted
        );

    private static FilePath Folder(Note note) =>
        note.File.Path.Parent.Child(string.Create(CultureInfo.InvariantCulture, $".attachments.{note.Id}"));

    private static Task NotFoundAsync(HttpContext context) =>
        context.Response.JsonAsync(
            StatusCodes.Status404NotFound,
            new JsonObject { ["errorType"] = "OCP\\Files\\NotFoundException" }
        );
}
