using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.Files;

/// <summary>All files and folders of one home at one moment. A change makes another tree, so readers never wait and never see half of one.</summary>
internal sealed class FileTree
{
    private readonly ImmutableSortedDictionary<string, FileNode> nodes;

    private FileTree(ImmutableSortedDictionary<string, FileNode> nodes) => this.nodes = nodes;

    public static FileTree Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, FileNode>(StringComparer.Ordinal));

    public IEnumerable<FileNode> All => nodes.Values;

    public long Used => nodes.Values.Sum(node => node.Size);

    public static FileTree Of(IEnumerable<FileNode> nodes) =>
        new(Empty.nodes.AddRange(nodes.Select(node => KeyValuePair.Create(node.Path.Value, node))));

    public FileNode? Find(FilePath path) => nodes.GetValueOrDefault(path.Value);

    public FileNode? Find(long id) => nodes.Values.FirstOrDefault(node => node.Id == id);

    public IEnumerable<FileNode> Children(FilePath folder) =>
        nodes.Values.Where(node => !node.Path.IsRoot && node.Path.Parent == folder);

    public IEnumerable<FileNode> Descendants(FilePath folder) => nodes.Values.Where(node => node.Path.IsUnder(folder));

    public long SizeOf(FileNode node) => node.IsFolder ? Descendants(node.Path).Sum(inner => inner.Size) : node.Size;

    /// <summary>Puts one node, replacing what was there, and marks every folder above it as changed.</summary>
    public FileTree With(FileNode node, FileStamps stamps) =>
        Touch(nodes.SetItem(node.Path.Value, node), node.Path, stamps);

    public FileTree Without(FilePath path, FileStamps stamps) =>
        Touch(nodes.RemoveRange(Subtree(path).Select(node => node.Path.Value)), path, stamps);

    /// <summary>Everything keeps its id and ETag, as in the real one.</summary>
    public FileTree Move(FilePath from, FilePath to, FileStamps stamps)
    {
        var moved = Subtree(from).Select(node => node with { Path = node.Path.Rebase(from, to) }).ToList();
        return Put(Without(from, stamps).Without(to, stamps), moved, to, stamps);
    }

    /// <summary>Copies share the bytes of their originals; ids are new.</summary>
    public FileTree Copy(FilePath from, FilePath to, FileStamps stamps)
    {
        var copies = Subtree(from)
            .Select(node =>
                node with
                {
                    Id = stamps.NextId(),
                    Path = node.Path.Rebase(from, to),
                    Changed = stamps.Now,
                    Favorite = false,
                }
            )
            .ToList();
        return Put(Without(to, stamps), copies, to, stamps);
    }

    private static FileTree Put(FileTree tree, List<FileNode> added, FilePath at, FileStamps stamps) =>
        Touch(tree.nodes.SetItems(added.Select(node => KeyValuePair.Create(node.Path.Value, node))), at, stamps);

    private static FileTree Touch(
        ImmutableSortedDictionary<string, FileNode> nodes,
        FilePath changed,
        FileStamps stamps
    )
    {
        var etag = FileStamps.FolderETag();
        foreach (var folder in changed.Ancestors)
        {
            if (nodes.TryGetValue(folder.Value, out var node))
            {
                nodes = nodes.SetItem(
                    folder.Value,
                    node with
                    {
                        ETag = etag,
                        Modified = stamps.Now,
                        Changed = stamps.Now,
                    }
                );
            }
        }

        return new FileTree(nodes);
    }

    private IEnumerable<FileNode> Subtree(FilePath path) =>
        nodes.Values.Where(node => node.Path == path || node.Path.IsUnder(path));
}
