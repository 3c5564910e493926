using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>MKCOL and DELETE.</summary>
internal static class DavFolders
{
    public static async Task<DavError?> CreateAsync(DavRequest request)
    {
        var made = await request.Home.ChangeAsync(tree => Create(request, tree), request.Aborted);
        if (made.Node is not null)
        {
            request.Context.Response.Headers["OC-FileId"] = request.OcFileId(made.Node);
            await request.Context.Response.DoneAsync(created: true);
        }

        return made.Error;
    }

    public static async Task<DavError?> DeleteAsync(DavRequest request)
    {
        var error = await request.Home.ChangeAsync(
            tree =>
                RefuseDelete(request, tree) is { } refused
                    ? new Changed<DavError?>(null, refused)
                    : new Changed<DavError?>(tree.Delete(request.Path, request.Home.Stamps), null),
            request.Aborted
        );
        if (error is null)
        {
            await request.Context.Response.DoneAsync(created: false);
        }

        return error;
    }

    /// <summary>201 or 204 in Nextcloud's way: with a content type, without content.</summary>
    public static Task DoneAsync(this HttpResponse response, bool created)
    {
        response.StatusCode = created ? StatusCodes.Status201Created : StatusCodes.Status204NoContent;
        response.ContentType = Answers.HtmlType;
        if (created)
        {
            response.ContentLength = 0;
        }

        return Task.CompletedTask;
    }

    private static Changed<(DavError? Error, FileNode? Node)> Create(DavRequest request, FileTree tree)
    {
        var error =
            tree.Find(request.Path) is not null
                ? DavError.Of(405, "MethodNotAllowed", "The resource you tried to create already exists") with
                {
                    Allow = DavAnswers.Methods,
                }
            : tree.Find(request.Path.Parent) is not { IsFolder: true } ? DavError.Conflict("Parent node does not exist")
            : FileNames.Check(request.Path.Name);
        if (error is not null)
        {
            return new(null, (error, null));
        }

        var folder = request.Home.Stamps.NewFolder(request.Path);
        return new(tree.With(folder, request.Home.Stamps), (null, folder));
    }

    private static DavError? RefuseDelete(DavRequest request, FileTree tree) =>
        tree.Find(request.Path) is not { } node ? request.NotFound(wholePath: true)
        : Preconditions.Check(request.Headers, node) is { } unmet ? unmet
        : request.Path.IsRoot ? DavError.Forbidden("Permission denied to delete home")
        : request.IsLocked ? DavError.Locked(request.Path.Value)
        : null;
}
