using System.Collections.Immutable;
using System.Globalization;

namespace Gatehouse.DemoCloud.Files;

/// <summary>
/// All files and folders of one home at one moment, and its trash bin. A change makes another tree, so readers never wait and never see
/// half of one.
/// </summary>
internal sealed class FileTree
{
    private readonly ImmutableSortedDictionary<string, FileNode> nodes;

    private FileTree(ImmutableSortedDictionary<string, FileNode> nodes, ImmutableList<TrashedFile> trash) =>
        (this.nodes, Trash) = (nodes, trash);

    public static FileTree Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, FileNode>(StringComparer.Ordinal), []);

    public IEnumerable<FileNode> All => nodes.Values;

    /// <summary>What was deleted, the oldest first. It does not count as used.</summary>
    public ImmutableList<TrashedFile> Trash { get; }

    /// <summary>The names of all bytes it needs.</summary>
    public IEnumerable<string> Blobs => All.Concat(Trash.SelectMany(one => one.Nodes)).SelectMany(node => node.Blobs);

    public long Used => nodes.Values.Sum(node => node.Size);

    public static FileTree Of(IEnumerable<FileNode> nodes, ImmutableList<TrashedFile>? trash = null) =>
        new(Empty.nodes.AddRange(nodes.Select(node => KeyValuePair.Create(node.Path.Value, node))), trash ?? []);

    public FileNode? Find(FilePath path) => nodes.GetValueOrDefault(path.Value);

    public FileNode? Find(long id) => nodes.Values.FirstOrDefault(node => node.Id == id);

    public IEnumerable<FileNode> Children(FilePath folder) =>
        nodes.Values.Where(node => !node.Path.IsRoot && node.Path.Parent == folder);

    public IEnumerable<FileNode> Descendants(FilePath folder) => nodes.Values.Where(node => node.Path.IsUnder(folder));

    public long SizeOf(FileNode node) => node.IsFolder ? Descendants(node.Path).Sum(inner => inner.Size) : node.Size;

    /// <summary>Puts one node, replacing what was there, and marks every folder above it as changed.</summary>
    public FileTree With(FileNode node, FileStamps stamps) =>
        Touch(nodes.SetItem(node.Path.Value, node), node.Path, stamps);

    /// <summary>Takes a file or folder away for good.</summary>
    public FileTree Without(FilePath path, FileStamps stamps) =>
        Touch(nodes.RemoveRange(Subtree(path).Select(node => node.Path.Value)), path, stamps);

    /// <summary>Moves a file or folder, if it is there, into the trash bin; two of one name and second get names a second apart.</summary>
    public FileTree Delete(FilePath path, FileStamps stamps)
    {
        if (Find(path) is null)
        {
            return this;
        }

        var deleted = new TrashedFile(stamps.Now, [.. Subtree(path).OrderBy(node => node.Path.Value.Length)]);
        while (Trash.Exists(other => other.Name == deleted.Name))
        {
            deleted = deleted with { Deleted = deleted.Deleted + 1 };
        }

        return new FileTree(Without(path, stamps).nodes, Trash.Add(deleted));
    }

    /// <summary>Takes it out of the trash bin: to where it was, or into the root when that folder is gone, beside what is there now.</summary>
    public FileTree Restore(TrashedFile deleted, FileStamps stamps)
    {
        var from = deleted.Top.Path;
        var folder = Find(from.Parent) is { IsFolder: true } ? from.Parent : FilePath.Root;
        var to = FreeNames(from.Name).Select(folder.Child).First(path => Find(path) is null);
        var restored = deleted.Nodes.Select(node => node with { Path = node.Path.Rebase(from, to) }).ToList();
        return Put(Purge([deleted]), restored, to, stamps);
    }

    /// <summary>Takes things out of the trash bin for good.</summary>
    public FileTree Purge(IEnumerable<TrashedFile> deleted) => new(nodes, Trash.RemoveRange(deleted));

    /// <summary>Everything keeps its id and ETag, as in the real one. What was at the target is deleted.</summary>
    public FileTree Move(FilePath from, FilePath to, FileStamps stamps)
    {
        var moved = Subtree(from).Select(node => node with { Path = node.Path.Rebase(from, to) }).ToList();
        return Put(Without(from, stamps).Delete(to, stamps), moved, to, stamps);
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
        return Put(Delete(to, stamps), copies, to, stamps);
    }

    /// <summary>The name, then those Nextcloud gives to what is restored beside something of this name.</summary>
    private static IEnumerable<string> FreeNames(string name)
    {
        var (stem, ending) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        return Enumerable
            .Range(2, int.MaxValue - 2)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{stem} (restored {number}){ending}"))
            .Prepend($"{stem} (restored){ending}")
            .Prepend(name);
    }

    private static FileTree Put(FileTree tree, List<FileNode> added, FilePath at, FileStamps stamps)
    {
        var nodes = tree.nodes.SetItems(added.Select(node => KeyValuePair.Create(node.Path.Value, node)));
        return tree.Touch(nodes, at, stamps);
    }

    private FileTree Touch(ImmutableSortedDictionary<string, FileNode> nodes, FilePath changed, FileStamps stamps)
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

        return new FileTree(nodes, Trash);
    }

    private IEnumerable<FileNode> Subtree(FilePath path) =>
        nodes.Values.Where(node => node.Path == path || node.Path.IsUnder(path));
}
