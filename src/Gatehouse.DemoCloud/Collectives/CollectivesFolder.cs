using System.Text;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Collectives;

/// <summary>
/// The files of collectives in a person's home: <c>Collectives/NAME/Readme.md</c> is the landing page. A page with pages below it is the
/// <c>Readme.md</c> of a folder of its name.
/// </summary>
internal static class CollectivesFolder
{
    public const string Readme = "Readme.md";
    private const string Root = "Collectives";
    private const long MaxBytes = 4 * 1024 * 1024;

    public static FilePath Of(DemoCollective collective) => FilePath.Parse($"{Root}/{collective.Name}");

    /// <summary>Writes a text; an id that was there before comes back with it.</summary>
    public static async Task<long> WriteAsync(
        Home home,
        FilePath path,
        string text,
        long? id,
        CancellationToken cancellationToken
    )
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var content = (await home.Contents.WriteAsync(bytes, MaxBytes, cancellationToken))!;
        return await home.ChangeAsync(
            tree =>
            {
                var grown = WithFolders(tree, home, path);
                var node = home.Stamps.Written(grown.Find(path), path, content, modified: null);
                node = id is { } known ? node with { Id = known } : node;
                return new Changed<long>(grown.With(node, home.Stamps), node.Id);
            },
            cancellationToken
        );
    }

    public static Task MoveAsync(Home home, FilePath from, FilePath to, CancellationToken cancellationToken) =>
        home.ChangeAsync(
            tree =>
                tree.Find(from) is null
                    ? new Changed<bool>(null, false)
                    : new Changed<bool>(WithFolders(tree, home, to).Move(from, to, home.Stamps), true),
            cancellationToken
        );

    public static Task<long> CopyAsync(Home home, FilePath from, FilePath to, CancellationToken cancellationToken) =>
        home.ChangeAsync(
            tree =>
            {
                var grown = WithFolders(tree, home, to).Copy(from, to, home.Stamps);
                return new Changed<long>(grown, grown.Find(to)!.Id);
            },
            cancellationToken
        );

    public static Task RemoveAsync(Home home, FilePath path, CancellationToken cancellationToken) =>
        home.ChangeAsync(
            tree => new Changed<bool>(tree.Find(path) is null ? null : tree.Without(path, home.Stamps), true),
            cancellationToken
        );

    public static async Task<string> ReadAsync(Home home, long id, CancellationToken cancellationToken)
    {
        if (home.Open(id) is not { } opened)
        {
            return "";
        }

        await using (opened)
        {
            using var reader = new StreamReader(opened.Bytes);
            return await reader.ReadToEndAsync(cancellationToken);
        }
    }

    private static FileTree WithFolders(FileTree tree, Home home, FilePath path) =>
        path
            .Ancestors.Reverse()
            .Where(folder => tree.Find(folder) is null)
            .Aggregate(tree, (grown, folder) => grown.With(home.Stamps.NewFolder(folder), home.Stamps));
}
