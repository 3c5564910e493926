using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>What a WebDAV URL names: the root, or a path in a home (the caller's own, or somebody else's that shows nothing).</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Root">URL path of the collection, without a slash at its end, e.g. <c>/remote.php/dav/files/alice</c>.</param>
/// <param name="User">User id in the URL.</param>
/// <param name="Path">Path inside the home.</param>
internal sealed record DavPlace(DavPlaceKind Kind, string Root, string User, FilePath Path)
{
    /// <summary>What <see cref="Root"/> stands for; another place than the home's root where somebody else shares it.</summary>
    public FilePath Base { get; init; }

    public static DavPlace? Of(string pathBase, string path, Person me)
    {
        if (Under(path, "/remote.php/webdav") is { } legacy)
        {
            return Home(pathBase + "/remote.php/webdav", me.Id, legacy, DavPlaceKind.OwnHome);
        }

        if (Under(path, "/remote.php/dav") is not { } rest)
        {
            return null;
        }

        var root = pathBase + "/remote.php/dav";
        return rest.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [] => new DavPlace(DavPlaceKind.Root, root, me.Id, FilePath.Root),
            ["files", var user, .. var names] => Home(
                $"{root}/files/{user}",
                user,
                string.Join('/', names),
                user == me.Id ? DavPlaceKind.OwnHome : DavPlaceKind.ForeignHome
            ),
            _ => null,
        };
    }

    public string Href(FileNode node) =>
        node.Path == Base
            ? DavHref.Encode(Root + (node.IsFolder ? "/" : ""))
            : DavHref.Encode(Root + node.Path.Rebase(Base, FilePath.Root) + (node.IsFolder ? "/" : ""));

    private static DavPlace? Home(string root, string user, string path, DavPlaceKind kind) =>
        FilePath.TryParse(path, out var inside) ? new DavPlace(kind, root, user, inside) : null;

    private static string? Under(string path, string root) =>
        path == root ? ""
        : path.StartsWith(root + "/", StringComparison.Ordinal) ? path[(root.Length + 1)..]
        : null;
}
